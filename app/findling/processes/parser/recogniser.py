"""The parser process as recogniser, confined likewise, with its networks loaded before."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn, Self

from findling.extraction.sandbox.parser_protocol import Recognised
from findling.ipc.command import EUROPEAN
from findling.paths import resources
from findling.processes.parser.main import main as serve
from findling.recognition.page_pictures import PagePictures
from findling.recognition.page_recogniser import PageRecogniser

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from findling.extraction.embedded.file_nest import HandedFile


class PageReading:
    """Reading of pages that a parent asks for."""

    def __init__(self, pictures: PagePictures, recogniser: PageRecogniser, beat: Callable[[], None]) -> None:
        self._pictures = pictures
        self._recogniser = recogniser
        self._beat = beat

    @classmethod
    def load(cls, beat: Callable[[], None], *, european: bool) -> Self:
        """Load the networks."""
        return cls(PagePictures(beat), PageRecogniser.load(resources() / "recognition", european=european), beat)

    def recognise(self, handed: HandedFile, page: int) -> Recognised:
        """Read a page, counted from 1, of a file.

        Raises:
            ExtractionError: it cannot be read.
        """
        image, content_hash = self._pictures.draw(handed, page)
        return Recognised(content_hash, self._recogniser.recognise(image, self._beat))

    def clear(self) -> None:
        """Free the memory of the open file."""
        self._pictures.clear()


def main(arguments: Sequence[str]) -> NoReturn:
    """Serve the parent until it closes its pipe."""
    serve(lambda beat: PageReading.load(beat, european=EUROPEAN in arguments))
