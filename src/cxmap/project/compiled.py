"""The configuration, ready to be checked.

Generated from the pydantic models by ``make generate``: change those.
"""

# ruff: noqa: D101, E501
# fmt: off
from __future__ import annotations

from typing import Any

from cxmap.model.compiled import Range, Scale, TwoScales
from cxmap.model.record import Record
from cxmap.model.validators import date, ends_in_order, known_crosshair, pass_inside, patterns_inside, which_scale


class Config(Record):
    __slots__ = ()


SCHEMA: Any = {
 'type': 'definitions',
 'schema': {
  'type': 'model',
  'cls': Config,
  'schema': {
   'type': 'model-fields',
   'fields': {
    'include': {
     'type': 'model-field',
     'schema': {
      'type': 'default',
      'schema': {
       'type': 'function-after',
       'function': {'type': 'no-info', 'function': patterns_inside},
       'schema': {'type': 'list', 'items_schema': {'type': 'str'}, 'max_length': 1000},
      },
      'default_factory': list,
     },
     'validation_alias': 'include',
    },
    'exclude': {
     'type': 'model-field',
     'schema': {
      'type': 'default',
      'schema': {
       'type': 'function-after',
       'function': {'type': 'no-info', 'function': patterns_inside},
       'schema': {'type': 'list', 'items_schema': {'type': 'str'}, 'max_length': 1000},
      },
      'default_factory': list,
     },
     'validation_alias': 'exclude',
    },
    'select': {
     'type': 'model-field',
     'schema': {'type': 'default', 'schema': {'type': 'list', 'items_schema': {'type': 'str'}}, 'default_factory': list},
     'validation_alias': 'select',
    },
    'ignore': {
     'type': 'model-field',
     'schema': {'type': 'default', 'schema': {'type': 'list', 'items_schema': {'type': 'str'}}, 'default_factory': list},
     'validation_alias': 'ignore',
    },
    'per_file_ignores': {
     'type': 'model-field',
     'schema': {
      'type': 'default',
      'schema': {
       'type': 'dict',
       'keys_schema': {'type': 'str'},
       'values_schema': {'type': 'list', 'items_schema': {'type': 'str'}},
       'max_length': 1000,
      },
      'default_factory': dict,
     },
     'validation_alias': 'per-file-ignores',
    },
    'severity': {
     'type': 'model-field',
     'schema': {
      'type': 'default',
      'schema': {
       'type': 'dict',
       'keys_schema': {'type': 'str'},
       'values_schema': {'type': 'literal', 'expected': ['error', 'warning', 'advice']},
      },
      'default_factory': dict,
     },
     'validation_alias': 'severity',
    },
    'scale': {
     'type': 'model-field',
     'schema': {
      'type': 'default',
      'schema': {
       'type': 'nullable',
       'schema': {
        'type': 'tagged-union',
        'choices': {
         '<one>': {'type': 'definition-ref', 'schema_ref': 'Scale'},
         '<two>': {'type': 'definition-ref', 'schema_ref': 'TwoScales'},
        },
        'discriminator': which_scale,
       },
      },
      'default': None,
     },
     'validation_alias': 'scale',
    },
    'max_age_days': {
     'type': 'model-field',
     'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'int', 'ge': 0}}, 'default': None},
     'validation_alias': 'max-age-days',
    },
    'gap_threshold': {
     'type': 'model-field',
     'schema': {'type': 'default', 'schema': {'type': 'float', 'ge': 0, 'le': 10, 'allow_inf_nan': False}, 'default': 2.0},
     'validation_alias': 'gap-threshold',
    },
    'jargon': {
     'type': 'model-field',
     'schema': {'type': 'default', 'schema': {'type': 'list', 'items_schema': {'type': 'str'}}, 'default_factory': list},
     'validation_alias': 'jargon',
    },
    'lang': {
     'type': 'model-field',
     'schema': {'type': 'default', 'schema': {'type': 'literal', 'expected': ['en', 'nl']}, 'default': 'en'},
     'validation_alias': 'lang',
    },
    'theme': {
     'type': 'model-field',
     'schema': {'type': 'default', 'schema': {'type': 'literal', 'expected': ['light', 'dark', 'print']}, 'default': 'light'},
     'validation_alias': 'theme',
    },
    'crosshair': {
     'type': 'model-field',
     'schema': {
      'type': 'default',
      'schema': {
       'type': 'function-after',
       'function': {'type': 'no-info', 'function': known_crosshair},
       'schema': {'type': 'str'},
      },
      'default': 'mean',
     },
     'validation_alias': 'crosshair',
    },
    'by': {
     'type': 'model-field',
     'schema': {
      'type': 'default',
      'schema': {
       'type': 'nullable',
       'schema': {'type': 'literal', 'expected': ['priority', 'gap', 'opportunity', 'shortfall', 'improvement', 'target']},
      },
      'default': None,
     },
     'validation_alias': 'by',
    },
    'today': {
     'type': 'model-field',
     'schema': {
      'type': 'default',
      'schema': {
       'type': 'nullable',
       'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': date}, 'schema': {'type': 'date'}},
      },
      'default': None,
     },
     'validation_alias': 'today',
    },
   },
   'model_name': 'Config',
   'computed_fields': [],
  },
  'custom_init': False,
  'root_model': False,
  'config': {'strict': True, 'extra_fields_behavior': 'forbid', 'title': 'Config'},
  'ref': 'Config',
 },
 'definitions': [
  {
   'type': 'function-after',
   'function': {'type': 'no-info', 'function': pass_inside},
   'schema': {
    'type': 'function-after',
    'function': {'type': 'no-info', 'function': ends_in_order},
    'schema': {
     'type': 'model',
     'cls': Scale,
     'schema': {
      'type': 'model-fields',
      'fields': {
       'min': {'type': 'model-field', 'schema': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False}},
       'max': {'type': 'model-field', 'schema': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False}},
       'pass_': {
        'type': 'model-field',
        'schema': {
         'type': 'default',
         'schema': {'type': 'nullable', 'schema': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False}},
         'default': None,
        },
        'validation_alias': 'pass',
       },
      },
      'model_name': 'Scale',
      'computed_fields': [],
     },
     'custom_init': False,
     'root_model': False,
     'config': {
      'strict': True,
      'extra_fields_behavior': 'forbid',
      'validate_by_name': False,
      'validate_by_alias': True,
      'title': 'Scale',
     },
    },
   },
   'ref': 'Scale',
  },
  {
   'type': 'model',
   'cls': TwoScales,
   'schema': {
    'type': 'model-fields',
    'fields': {
     'importance': {
      'type': 'model-field',
      'schema': {
       'type': 'function-after',
       'function': {'type': 'no-info', 'function': ends_in_order},
       'schema': {
        'type': 'model',
        'cls': Range,
        'schema': {
         'type': 'model-fields',
         'fields': {
          'min': {'type': 'model-field', 'schema': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False}},
          'max': {'type': 'model-field', 'schema': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False}},
         },
         'model_name': 'Range',
         'computed_fields': [],
        },
        'custom_init': False,
        'root_model': False,
        'config': {
         'strict': True,
         'extra_fields_behavior': 'forbid',
         'validate_by_name': False,
         'validate_by_alias': True,
         'title': 'Range',
        },
       },
       'ref': 'Range',
      },
     },
     'experience': {'type': 'model-field', 'schema': {'type': 'definition-ref', 'schema_ref': 'Scale'}},
    },
    'model_name': 'TwoScales',
    'computed_fields': [],
   },
   'custom_init': False,
   'root_model': False,
   'config': {
    'strict': True,
    'extra_fields_behavior': 'forbid',
    'validate_by_name': False,
    'validate_by_alias': True,
    'title': 'TwoScales',
   },
   'ref': 'TwoScales',
  },
 ],
}
