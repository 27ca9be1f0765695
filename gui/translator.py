"""The window's language: its own texts, and the engine's sentences, from one catalogue of Qt Linguist's.

The catalogue is read as the translator wrote it (``resources/translations/*.ts``), so that nothing has to be compiled.
"""

from collections.abc import Sequence
from importlib import resources

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from agent.domain.language import ENGINE, Language, Message, read_catalogue
from gui.words import day_text, local_number

#: Languages that are shipped; the first one is what the sources are written in.
LANGUAGES = ("en", "de")


class Translator(QTranslator):
    """A language of ours.

    Args:
        parent: Keeps it.
        language: Its two letters; Qt's own buttons and menus speak it, too.
        messages: The texts of its catalogue.
    """

    def __init__(self, parent: QObject, language: str, messages: Sequence[Message]) -> None:
        super().__init__(parent)
        self._qt = QTranslator(self)
        self._qt.load(QLocale(language), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._forms = {(one.context, one.source): one.forms for one in messages if one.forms}
        engine = {one.source: one.forms[0] for one in messages if one.context == ENGINE and one.forms}
        self._language = Language(engine, local_number, day_text)

    def isEmpty(self) -> bool:
        """Return whether it has no text; Qt asks before it installs one."""
        return False

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Return a text in the language, or nothing where it has none; Qt then takes the source.

        Args:
            context: Where it is shown; the engine's sentences are read by their templates.
            text: The English text.
            disambiguation: Not used; a text means the same wherever its context shows it.
            n: The number in it; below zero where it has none.
        """
        if context == ENGINE:
            return self._language.say(text)
        forms = self._forms.get((context, text))
        # German and English have the same two forms.
        if forms:
            return forms[0 if n in {-1, 1} else -1]
        return self._qt.translate(context, text, disambiguation, n) or None


def install(app: QCoreApplication, language: str) -> Translator:
    """Let the program speak a language; English where it is not shipped. Return what was installed."""
    chosen = language if language in LANGUAGES else LANGUAGES[0]
    content = (resources.files("resources") / "translations" / f"{chosen}.ts").read_bytes()
    translator = Translator(app, chosen, read_catalogue(content))
    app.installTranslator(translator)
    return translator
