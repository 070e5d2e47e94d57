"""Every class of phrases that the tool has."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from cxmap import i18n
from cxmap.i18n.language import Language

CATALOGUES = [
    found
    for module in pkgutil.iter_modules(i18n.__path__, f"{i18n.__name__}.")
    for found in vars(import_module(module.name)).values()
    if isinstance(found, type) and issubclass(found, Language) and found.__module__ == module.name
]
