"""Filters in a query's text: written, replaced, taken out, always as a person would have typed them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from findling.search.query import FilterToken


def write_filter(key: str, value: str) -> str:
    """A filter as it is typed; a value with spaces stands in quotation marks."""
    plain = value.replace('"', " ").strip()
    return f'{key}:"{plain}"' if any(map(str.isspace, plain)) or not plain else f"{key}:{plain}"


def add_filter(text: str, written: str) -> str:
    """A query with one more filter at its end."""
    return f"{text.rstrip()} {written}".lstrip()


def replace_filter(text: str, token: FilterToken, written: str) -> str:
    """A query with another filter in the place of one that it has."""
    return text[: token.start] + written + text[token.end :]


def remove_filters(text: str, tokens: Iterable[FilterToken]) -> str:
    """A query without some of its filters."""
    for token in sorted(tokens, key=lambda token: -token.start):
        text = f"{text[: token.start].rstrip()} {text[token.end :].lstrip()}"
    return text.strip()
