"""Which of Pygments' lexers colours a file, by its name alone: what its content looks like is often wrong."""

from __future__ import annotations

from pathlib import PurePath

from findling.types import FileKind

PLAIN = "text"

_BY_LEXER = {
    "python": "py pyi pyx",
    "javascript": "js mjs cjs jsx",
    "typescript": "ts tsx",
    "java": "java",
    "kotlin": "kt kts",
    "scala": "scala",
    "groovy": "groovy gradle",
    "c": "c h",
    "cpp": "cc cpp cxx hh hpp hxx",
    "objective-c": "m mm",
    "csharp": "cs",
    "fsharp": "fs",
    "vbnet": "vb",
    "go": "go",
    "rust": "rs",
    "swift": "swift",
    "dart": "dart",
    "ruby": "rb rakefile gemfile",
    "php": "php",
    "perl": "pl pm",
    "lua": "lua",
    "r": "r",
    "julia": "jl",
    "haskell": "hs",
    "ocaml": "ml mli",
    "clojure": "clj cljs",
    "elixir": "ex exs",
    "erlang": "erl",
    "elm": "elm",
    "nim": "nim",
    "zig": "zig",
    "solidity": "sol",
    "bash": "sh bash zsh",
    "fish": "fish",
    "powershell": "ps1",
    "batch": "bat cmd",
    "sql": "sql",
    "css": "css",
    "scss": "scss",
    "sass": "sass",
    "less": "less",
    "html": "vue svelte",
    "nasm": "asm s",
    "delphi": "pas",
    "fortran": "f90 f95 for f",
    "ada": "ada adb ads",
    "verilog": "v",
    "vhdl": "vhd vhdl",
    "tcl": "tcl",
    "common-lisp": "lisp",
    "emacs-lisp": "el",
    "scheme": "scm",
    "racket": "rkt",
    "protobuf": "proto",
    "thrift": "thrift",
    "graphql": "graphql",
    "cmake": "cmake cmakelists.txt",
    "make": "mk makefile gnumakefile justfile",
    "terraform": "tf hcl",
    "yaml": "yaml yml",
    "toml": "toml",
    "ini": "ini cfg conf properties",
    "docker": "dockerfile",
    "diff": "diff patch",
    "json": "json jsonl ndjson geojson webmanifest har ipynb",
    "xml": """xml rss atom opml fb2 svg dita ditamap kml gpx docbook dbk fodt fods fodp xsd xsl xslt xliff xlf tei""",
}
_LEXER_OF = {ending: lexer for lexer, endings in _BY_LEXER.items() for ending in endings.split()}


_LEXER_FOR = {FileKind.JSON: "json", FileKind.XML: "xml"}


def find_lexer(name: str, kind: FileKind = FileKind.CODE) -> str:
    """The lexer's name for a file's name, or else for what it is known to be; `PLAIN` where that says nothing."""
    name = name.lower()
    by_name = _LEXER_OF.get(name) or _LEXER_OF.get(PurePath(name).suffix.removeprefix("."))
    return by_name or _LEXER_FOR.get(kind, PLAIN)
