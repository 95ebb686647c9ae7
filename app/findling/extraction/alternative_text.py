"""Alternative texts: what somebody wrote to say what a picture or a shape shows."""

from __future__ import annotations

import re

# What is named after its file, as Word up to 2010, mail programs and editors of pages do it.
_FILE = re.compile(
    r"[^\n]*[^\s.]\.(?:png|jpe?g|jfif|gif|bmp|dib|tiff?|webp|svgz?|emf|wmf|emz|wmz|heic|heif|ico|pdf|eps|psd|tmp)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:https?|ftp|file|cid|data|blob):\S*", re.IGNORECASE)
# Names that programs number: "Picture 3", "Grafik 1", "image001", "Text Box 2".
_NUMBERED = re.compile(
    r"(?:picture|image|img|photo|graphic|shape|object|ole ?object|text ?box|rectangle|oval|group|diagram|chart|table"
    r"|drawing|figure|canvas|placeholder|(?:content|picture|title|subtitle) placeholder"
    r"|connector|straight (?:arrow )?connector"
    r"|bild|grafik|foto|abbildung|form|objekt|textfeld|textbox|rechteck|ellipse|gruppe|diagramm|gerade verbindung"
    r"|gruppieren|inhaltsplatzhalter|bildplatzhalter|zeichnung|tabelle|imagen|gráfico|forma|objeto|cuadro de texto"
    r"|imagem|caixa de texto|immagine|oggetto|casella di testo|forme|objet|zone de texte|graphique|afbeelding|vorm"
    r"|tekstvak|obraz|obrázek|рисунок|图片|圖片|図|그림|תמונה|صورة)[ _-]?\d*",
    re.IGNORECASE,
)
# What Office puts under a description that it made itself.
_MADE = re.compile(
    r"[^\n]*(?:automatically generated|AI-generated content|automatisch (?:generiert|erstellt)|KI-generierte Inhalte"
    r"|automatisch gegenereerd|générée? automatiquement|généré par l.IA|generad[ao] automáticamente|generado por IA"
    r"|generat[ao] automaticamente|generato dall.IA|gerad[ao] automaticamente)[^\n]*",
    re.IGNORECASE,
)
_ALL = (_FILE, _ADDRESS, _NUMBERED, _MADE)


def read_alternative_text(*values: str) -> str:
    """Return what was written of a picture, a line for each value that no program would say.

    Left out are names of files and addresses, numbered names, and that a description was made by a program.
    """
    lines = (" ".join(line.split()) for value in values for line in value.split("\n"))
    return "\n".join(dict.fromkeys(line for line in lines if line and not any(each.fullmatch(line) for each in _ALL)))
