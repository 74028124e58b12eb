"""The verdict as one self-contained page: to be printed, mailed or kept without the site."""

from __future__ import annotations

from django.contrib.staticfiles import finders
from django.template.loader import render_to_string

from duibiao.core.score.appraisal import Appraisal
from duibiao.declarations.flip_table import flip_table
from duibiao.declarations.sheet import sheet
from duibiao.ui.wording import Language
from duibiao.ui.wording.verdict import conclusion

STYLES = ("ui/tokens.css", "ui/site.css", "declarations/judge.css")


def verdict_page(appraisal: Appraisal, language: Language = "zh") -> str:
    """The page as HTML, with its styles inside and no reference to anything outside."""
    judgement = appraisal.judgement
    return render_to_string(
        "declarations/printed.html",
        {
            "language": language,
            "language_tag": "en" if language == "en" else "zh-CN",
            "scheme": judgement.scheme,
            "sheet": sheet(judgement.scheme, judgement.declaration),
            "conclusion": conclusion(judgement, language),
            "score": appraisal.shown.total if appraisal.shown else None,
            "flip": flip_table(appraisal, language),
            "styles": [_style(name) for name in STYLES],
        },
    )


def _style(name: str) -> str:
    path = finders.find(name)
    with open(str(path), encoding="utf-8") as file:
        return file.read()
