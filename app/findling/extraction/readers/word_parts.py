"""Parts of a Word package: found by relationship, content type, or their usual name."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from findling.domain.files import Reason
from findling.errors import ExtractionError
from findling.extraction import package
from findling.messages.file_templates import FileMessage

if TYPE_CHECKING:
    import zipfile

_USUAL_MAIN = "word/document.xml"
_MAIN_TYPES = ("document.main+xml", "template.main+xml", "macroEnabled.main+xml", "macroEnabledTemplate.main+xml")


class WordParts:
    """Parts of one package without its glossary, which is building blocks for new text.

    Attributes:
        archive: the package.
        main: the name of the main part.

    Raises:
        ExtractionError: `DAMAGED` if there is no main part, or if what names the parts is not well-formed.
    """

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        # Some programs part folders by a backslash, which no name of a part may hold.
        self._names = {name.replace("\\", "/").casefold(): name for name in reversed(archive.namelist())}
        self._types = package.content_types(archive)
        self.main = self._find_main()
        self._related = package.relationships(archive, self.main)
        own = {each.target.casefold() for each in self._related if not each.is_external}
        glossaries = {each.target for each in self._related if each.kind == "glossaryDocument"}
        self._glossary = {
            related.target.casefold()
            for glossary in glossaries
            for related in package.relationships(archive, glossary)
            if related.target.casefold() not in own
        }

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """Footnotes, then endnotes."""
        return tuple(name for kind in ("footnotes", "endnotes") for name in self._find(kind))

    @cached_property
    def comments(self) -> tuple[str, ...]:
        """Comments."""
        return self._find("comments")

    @cached_property
    def margins(self) -> tuple[str, ...]:
        """Headers and footers, in the order of their names."""
        return tuple(sorted({*self._find("header"), *self._find("footer")}, key=lambda name: (len(name), name)))

    @cached_property
    def styles(self) -> tuple[str, ...]:
        """Styles."""
        return self._find("styles")

    @cached_property
    def numbering(self) -> tuple[str, ...]:
        """Definitions of lists."""
        return self._find("numbering")

    def targets(self, name: str) -> dict[str, str]:
        """Return a part's targets by relationship: the name of a part, or an address outside."""
        related = self._related if name == self.main else package.relationships(self.archive, name)
        return {each.id: each.target for each in related}

    def resolve(self, target: str) -> str | None:
        """Return a part's name as the package has it, whatever the case (ISO/IEC 29500-2)."""
        return self._names.get(target.casefold())

    def _find_main(self) -> str:
        related = [each.target for each in package.relationships(self.archive) if each.kind == "officeDocument"]
        typed = [name for name, type_ in self._types.items() if type_.endswith(_MAIN_TYPES)]
        for name in (*related, *typed, _USUAL_MAIN):
            if (found := self.resolve(name)) is not None:
                return found
        raise ExtractionError(Reason.DAMAGED, FileMessage.NO_CONTENT(part=_USUAL_MAIN))

    def _find(self, kind: str) -> tuple[str, ...]:
        """Find the parts of a kind, the last word of the relationship, and of the content type."""
        related = sorted(
            (each.target for each in self._related if each.kind == kind and not each.is_external),
            key=lambda name: (len(name), name),
        )
        typed = sorted(
            (name for name, type_ in self._types.items() if type_.endswith(f".{kind}+xml")),
            key=lambda name: (len(name), name),
        )
        named = (name for name in (*related, *typed, f"word/{kind}.xml") if name.casefold() not in self._glossary)
        return tuple(dict.fromkeys(found for name in named if (found := self.resolve(name)) is not None))
