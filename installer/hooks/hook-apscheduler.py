"""For PyInstaller: the scheduler is given its parts as objects, so no others have to be found by name."""

from PyInstaller.utils.hooks import copy_metadata

datas = copy_metadata("apscheduler", recursive=True)
