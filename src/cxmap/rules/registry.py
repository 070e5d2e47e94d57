"""Every rule, by hand and in order. A new rule is a new file, its examples, and one line here."""

from __future__ import annotations

from cxmap.rules.schema import cx101_unknown_key
from cxmap.rules.yaml import cx009_unused_suppression

RULES = (
    cx009_unused_suppression.RULE,
    cx101_unknown_key.RULE,
)

BY_CODE = {rule.code: rule for rule in RULES}
BY_NAME = {rule.name: rule for rule in RULES}
