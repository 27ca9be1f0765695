"""Sealing with the machine's own key (DPAPI): who may read the file on this machine can open it, nobody elsewhere."""

import sys

from connectors.windows import NotOnWindowsError

#: CRYPTPROTECT_UI_FORBIDDEN and CRYPTPROTECT_LOCAL_MACHINE of dpapi.h.
_NO_QUESTIONS, _OF_THE_MACHINE = 0x1, 0x4


class MachineSealer:
    """``Sealer`` over DPAPI; what keeps other accounts out is the access list of the file."""

    def seal(self, plain: bytes) -> bytes:
        """Return what only this machine can open.

        Raises:
            OSError: When Windows does not.
            NotOnWindowsError: Elsewhere.
        """
        if sys.platform != "win32":
            raise NotOnWindowsError("Machine keys are Windows' own.")
        import pywintypes  # noqa: PLC0415 - exists on Windows alone
        import win32crypt  # noqa: PLC0415 - the same

        try:
            return bytes(win32crypt.CryptProtectData(plain, None, None, None, None, _NO_QUESTIONS | _OF_THE_MACHINE))
        except pywintypes.error as error:
            raise OSError(error.winerror, error.strerror) from None

    def open(self, sealed: bytes) -> bytes:
        """Return what was sealed.

        Raises:
            OSError: When it was sealed on another machine, or altered.
            NotOnWindowsError: Elsewhere.
        """
        if sys.platform != "win32":
            raise NotOnWindowsError("Machine keys are Windows' own.")
        import pywintypes  # noqa: PLC0415 - exists on Windows alone
        import win32crypt  # noqa: PLC0415 - the same

        try:
            return bytes(win32crypt.CryptUnprotectData(sealed, None, None, None, _NO_QUESTIONS | _OF_THE_MACHINE)[1])
        except pywintypes.error as error:
            raise OSError(error.winerror, error.strerror) from None
