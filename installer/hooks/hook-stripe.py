"""For PyInstaller: the certificate authorities that the library is asked for stand in a file of its own."""

from PyInstaller.utils.hooks import collect_data_files

datas = collect_data_files("stripe", includes=["data/*"])
