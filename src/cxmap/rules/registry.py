"""Every rule, by hand and in order. A new rule is a new file, its examples, and one line here."""

from __future__ import annotations

from cxmap.rules.schema import (
    cx101_unknown_key,
    cx102_missing_key,
    cx103_wrong_type,
    cx104_invalid_value,
    cx105_score_out_of_scale,
    cx106_unsupported_version,
)
from cxmap.rules.yaml import (
    cx001_invalid_yaml,
    cx002_duplicate_key,
    cx003_invalid_encoding,
    cx004_too_large,
    cx005_multiple_documents,
    cx006_unreadable_file,
    cx007_unsupported_tag,
    cx008_not_a_cxmap_file,
    cx009_unused_suppression,
)

RULES = (
    cx001_invalid_yaml.RULE,
    cx002_duplicate_key.RULE,
    cx003_invalid_encoding.RULE,
    cx004_too_large.RULE,
    cx005_multiple_documents.RULE,
    cx006_unreadable_file.RULE,
    cx007_unsupported_tag.RULE,
    cx008_not_a_cxmap_file.RULE,
    cx009_unused_suppression.RULE,
    cx101_unknown_key.RULE,
    cx102_missing_key.RULE,
    cx103_wrong_type.RULE,
    cx104_invalid_value.RULE,
    cx105_score_out_of_scale.RULE,
    cx106_unsupported_version.RULE,
)

BY_CODE = {rule.code: rule for rule in RULES}
BY_NAME = {rule.name: rule for rule in RULES}
