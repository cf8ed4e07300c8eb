"""The data as search engines for data read them: a schema.org Dataset in JSON-LD."""

import json
from typing import Any

from dashboard.datasets import _package, changelog
from dashboard.routes._fields import in_language
from dashboard.text import Words


def dataset(words: Words, root: str) -> dict[str, Any]:
    """The whole package in the reader's language; `root` is the address of the site, with its last slash."""
    package = _package.current()
    descriptor = package.descriptor
    change = changelog.latest()
    return {
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "@id": f"{root}data",
        "name": in_language(descriptor, "title", words),
        "description": in_language(descriptor, "description", words),
        "url": f"{root}data?lang={words.lang}",
        "inLanguage": ["en", "fr"],
        "license": descriptor["licenses"][0]["path"],
        "creator": {"@type": "Organization", "name": words("catalogue.creator"), "url": root},
        "keywords": descriptor["keywords"],
        "version": package.version,
        "dateModified": change.day if change else package.updated,
        "temporalCoverage": f"{_package.first()}/{package.updated}",
        "isAccessibleForFree": True,
        "distribution": [_file(one, words, root) for one in descriptor["resources"]],
    }


def script(words: Words, root: str) -> str:
    """The same as an element for the head of a page."""
    # In a script nothing but "<" can end it or open a comment.
    said = json.dumps(dataset(words, root), ensure_ascii=False).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{said}</script>'


def _file(resource: Any, words: Words, root: str) -> dict[str, str]:
    return {
        "@type": "DataDownload",
        "name": in_language(resource, "title", words),
        "description": in_language(resource, "description", words),
        "encodingFormat": "text/csv",
        "contentUrl": f"{root}data/{resource['name']}.csv",
    }
