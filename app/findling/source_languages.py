"""Suffixes and names of source files, each with Pygments' name for its language."""

from __future__ import annotations

_LEXERS = """
    python: py pyi pyx; javascript: js mjs cjs jsx; typescript: ts tsx; java: java; kotlin: kt kts; scala: scala;
    groovy: groovy gradle; c: c h; cpp: cc cpp cxx hh hpp hxx; objective-c: m mm; csharp: cs; fsharp: fs; vbnet: vb;
    go: go; rust: rs; swift: swift; dart: dart; ruby: rb; php: php; perl: pl pm; lua: lua; r: r; julia: jl; haskell: hs;
    ocaml: ml mli; clojure: clj cljs; elixir: ex exs; erlang: erl; elm: elm; nim: nim; zig: zig; solidity: sol;
    bash: sh bash zsh; fish: fish; powershell: ps1; batch: bat cmd; sql: sql; css: css; scss: scss; sass: sass;
    less: less; html: vue svelte; nasm: asm s; delphi: pas; fortran: f f90 f95 for; ada: ada adb ads; verilog: v;
    vhdl: vhd vhdl; tcl: tcl; common-lisp: lisp; emacs-lisp: el; scheme: scm; racket: rkt; protobuf: proto;
    thrift: thrift; graphql: graphql; cmake: cmake; make: mk; terraform: tf hcl; yaml: yaml yml; toml: toml;
    ini: ini cfg conf properties; docker: dockerfile; diff: diff patch
"""
SOURCE_LANGUAGES = tuple(
    (f".{suffix}", lexer)
    for lexer, suffixes in (language.split(":") for language in " ".join(_LEXERS.split()).split("; "))
    for suffix in suffixes.split()
)
NAMED_SCRIPTS = (
    *(("makefile", "make"), ("gnumakefile", "make"), ("justfile", "make"), ("cmakelists.txt", "cmake")),
    *(("dockerfile", "docker"), ("rakefile", "ruby"), ("gemfile", "ruby")),
)
