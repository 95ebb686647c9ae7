"""Scans made in a test: pages of typeset text as pictures."""

from __future__ import annotations

import io

import numpy as np
import pypdfium2 as pdfium
from PIL import Image

from pdfs import column, typeset

DEPOSIT = """The tenants pay a security of two months' rent, that is 2,280,
in two equal parts. The landlady keeps it apart from her own
money, on an account that bears interest. Within three months
of the return of the keys she settles and pays out the rest."""
"""Lines of a page, as they are wrapped on it."""


def draw_page(text: str = DEPOSIT, *, dots: int = 200, size: float = 11) -> Image.Image:
    """Draw a page with a text on it."""
    document = pdfium.PdfDocument(typeset([column(text, size=size)]))
    try:
        return document[0].render(scale=dots / 72).to_pil().convert("RGB")
    finally:
        document.close()


def wear(page: Image.Image, degrees: float = 3.0) -> Image.Image:
    """Return a page as a bad scanner gives it: turned, grey and noisy."""
    turned = page.convert("L").rotate(degrees, expand=True, fillcolor=255, resample=Image.Resampling.BICUBIC)
    random = np.random.default_rng(1)
    noisy = np.asarray(turned, np.float32) * 0.75 + 35 + random.normal(0, 18, (turned.height, turned.width))
    return Image.fromarray(np.clip(noisy, 0, 255).astype(np.uint8)).convert("RGB")


def save(image: Image.Image, form: str, *others: Image.Image) -> bytes:
    """Save a picture in a format; others are its next pages."""
    stream = io.BytesIO()
    image.save(stream, form, **({"save_all": True, "append_images": others} if others else {}))
    return stream.getvalue()
