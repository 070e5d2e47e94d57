"""Files, ready to be checked.

Generated from the pydantic models by ``make generate``: change those.
"""

# ruff: noqa: D101, E501
# fmt: off
from __future__ import annotations

from typing import Any

from cxmap.model.kinds import ChannelTraits, NpsTraits, SourceTraits, StakeholderTraits
from cxmap.model.record import Record
from cxmap.model.validators import date, ends_in_order, inside_project, no_list, pass_inside, some_answers, which_fact, which_gain, which_link, which_nps_counts, which_reading, which_scale, which_score, which_scores, whole_number


class File(Record):
    __slots__ = ()


class Segment(Record):
    __slots__ = ()


class Persona(Record):
    __slots__ = ()


class Stakeholder(StakeholderTraits, Record):
    __slots__ = ()


class Relation(Record):
    __slots__ = ()


class Channel(ChannelTraits, Record):
    __slots__ = ()


class Source(SourceTraits, Record):
    __slots__ = ()


class Range(Record):
    __slots__ = ()


class AnswerScale(Range):
    __slots__ = ()


class Journey(Record):
    __slots__ = ()


class Stage(Record):
    __slots__ = ()


class Experience(Record):
    __slots__ = ()


class Touchpoint(Experience):
    __slots__ = ()


class Influence(Record):
    __slots__ = ()


class Review(Record):
    __slots__ = ()


class Metric(Record):
    __slots__ = ()


class Point(Record):
    __slots__ = ()


class Action(Record):
    __slots__ = ()


class Step(Record):
    __slots__ = ()


class Evidence(Record):
    __slots__ = ()


class Link(Record):
    __slots__ = ()


class Scale(Range):
    __slots__ = ()


class TwoScales(Record):
    __slots__ = ()


class Choice(Record):
    __slots__ = ()


class Handover(Record):
    __slots__ = ()


class HandoverScores(Record):
    __slots__ = ()


class Mark(Record):
    __slots__ = ()


class Mean(Record):
    __slots__ = ()


class ImportanceMean(Mean):
    __slots__ = ()


class Counts(Record):
    __slots__ = ()


class Scores(HandoverScores):
    __slots__ = ()


class Reading(Point):
    __slots__ = ()


class NpsReading(NpsTraits, Record):
    __slots__ = ()


class NpsGroups(Record):
    __slots__ = ()


SCHEMA: Any = {
 'type': 'definitions',
 'schema': {
  'type': 'model',
  'cls': File,
  'schema': {
   'type': 'model-fields',
   'fields': {
    'cxmap': {
     'type': 'model-field',
     'schema': {
      'type': 'function-before',
      'function': {'type': 'no-info', 'function': whole_number},
      'schema': {'type': 'int', 'ge': 0, 'le': 1000000000000000},
     },
    },
    'segments': {
     'type': 'model-field',
     'schema': {
      'type': 'default',
      'schema': {
       'type': 'dict',
       'keys_schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'},
       'values_schema': {
        'type': 'model',
        'cls': Segment,
        'schema': {
         'type': 'model-fields',
         'fields': {
          'title': {'type': 'model-field', 'schema': {'type': 'str', 'pattern': '\\S'}},
          'description': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
          },
          'share': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {'type': 'nullable', 'schema': {'type': 'float', 'ge': 0, 'le': 1}},
            'default': None,
           },
          },
          'priority': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {'type': 'nullable', 'schema': {'type': 'literal', 'expected': ['target', 'maintain', 'none']}},
            'default': None,
           },
          },
         },
         'model_name': 'Segment',
         'computed_fields': [],
        },
        'custom_init': False,
        'root_model': False,
        'config': {
         'strict': True,
         'extra_fields_behavior': 'forbid',
         'validate_by_name': False,
         'validate_by_alias': True,
         'title': 'Segment',
        },
        'ref': 'Segment',
       },
      },
      'default_factory': dict,
     },
    },
    'personas': {
     'type': 'model-field',
     'schema': {
      'type': 'default',
      'schema': {
       'type': 'dict',
       'keys_schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'},
       'values_schema': {
        'type': 'model',
        'cls': Persona,
        'schema': {
         'type': 'model-fields',
         'fields': {
          'name': {'type': 'model-field', 'schema': {'type': 'str', 'pattern': '\\S'}},
          'segment': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {'type': 'nullable', 'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'}},
            'default': None,
           },
          },
          'quote': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
          },
          'story': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
          },
          'facts': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {
             'type': 'nullable',
             'schema': {
              'type': 'dict',
              'keys_schema': {'type': 'str'},
              'values_schema': {
               'type': 'tagged-union',
               'choices': {
                '<number>': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False},
                '<text>': {'type': 'str'},
               },
               'discriminator': which_fact,
              },
             },
            },
            'default': None,
           },
          },
          'goals': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'list', 'items_schema': {'type': 'str'}}, 'default_factory': list},
          },
          'ambitions': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'list', 'items_schema': {'type': 'str'}}, 'default_factory': list},
          },
          'needs': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'list', 'items_schema': {'type': 'str'}}, 'default_factory': list},
          },
          'frustrations': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'list', 'items_schema': {'type': 'str'}}, 'default_factory': list},
          },
          'emotional_drivers': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'list', 'items_schema': {'type': 'str'}}, 'default_factory': list},
          },
          'portrait': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {
             'type': 'nullable',
             'schema': {
              'type': 'function-after',
              'function': {'type': 'no-info', 'function': inside_project},
              'schema': {'type': 'str'},
             },
            },
            'default': None,
           },
          },
          'evidence': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {'type': 'list', 'items_schema': {'type': 'definition-ref', 'schema_ref': 'Evidence'}},
            'default_factory': list,
           },
          },
         },
         'model_name': 'Persona',
         'computed_fields': [],
        },
        'custom_init': False,
        'root_model': False,
        'config': {
         'strict': True,
         'extra_fields_behavior': 'forbid',
         'validate_by_name': False,
         'validate_by_alias': True,
         'title': 'Persona',
        },
        'ref': 'Persona',
       },
      },
      'default_factory': dict,
     },
    },
    'stakeholders': {
     'type': 'model-field',
     'schema': {
      'type': 'default',
      'schema': {
       'type': 'dict',
       'keys_schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'},
       'values_schema': {
        'type': 'model',
        'cls': Stakeholder,
        'schema': {
         'type': 'model-fields',
         'fields': {
          'title': {'type': 'model-field', 'schema': {'type': 'str', 'pattern': '\\S'}},
          'kind': {
           'type': 'model-field',
           'schema': {
            'type': 'literal',
            'expected': ['customer', 'department', 'team', 'partner', 'supplier', 'regulator', 'other'],
           },
          },
          'description': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
          },
          'we_do_for_them': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
          },
          'they_do_for_us': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
          },
          'relations': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {
             'type': 'list',
             'items_schema': {
              'type': 'model',
              'cls': Relation,
              'schema': {
               'type': 'model-fields',
               'fields': {
                'to': {
                 'type': 'model-field',
                 'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'},
                },
                'title': {
                 'type': 'model-field',
                 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
                },
               },
               'model_name': 'Relation',
               'computed_fields': [],
              },
              'custom_init': False,
              'root_model': False,
              'config': {
               'strict': True,
               'extra_fields_behavior': 'forbid',
               'validate_by_name': False,
               'validate_by_alias': True,
               'title': 'Relation',
              },
              'ref': 'Relation',
             },
            },
            'default_factory': list,
           },
          },
         },
         'model_name': 'Stakeholder',
         'computed_fields': [],
        },
        'custom_init': False,
        'root_model': False,
        'config': {
         'strict': True,
         'extra_fields_behavior': 'forbid',
         'validate_by_name': False,
         'validate_by_alias': True,
         'title': 'Stakeholder',
        },
        'ref': 'Stakeholder',
       },
      },
      'default_factory': dict,
     },
    },
    'channels': {
     'type': 'model-field',
     'schema': {
      'type': 'default',
      'schema': {
       'type': 'dict',
       'keys_schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'},
       'values_schema': {
        'type': 'model',
        'cls': Channel,
        'schema': {
         'type': 'model-fields',
         'fields': {
          'title': {'type': 'model-field', 'schema': {'type': 'str', 'pattern': '\\S'}},
          'kind': {'type': 'model-field', 'schema': {'type': 'literal', 'expected': ['digital', 'physical', 'human', 'post']}},
          'run_by': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {'type': 'nullable', 'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'}},
            'default': None,
           },
          },
          'description': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
          },
         },
         'model_name': 'Channel',
         'computed_fields': [],
        },
        'custom_init': False,
        'root_model': False,
        'config': {
         'strict': True,
         'extra_fields_behavior': 'forbid',
         'validate_by_name': False,
         'validate_by_alias': True,
         'title': 'Channel',
        },
        'ref': 'Channel',
       },
      },
      'default_factory': dict,
     },
    },
    'sources': {
     'type': 'model-field',
     'schema': {
      'type': 'default',
      'schema': {
       'type': 'dict',
       'keys_schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'},
       'values_schema': {
        'type': 'model',
        'cls': Source,
        'schema': {
         'type': 'model-fields',
         'fields': {
          'title': {'type': 'model-field', 'schema': {'type': 'str', 'pattern': '\\S'}},
          'kind': {
           'type': 'model-field',
           'schema': {
            'type': 'literal',
            'expected': [
             'survey',
             'interview',
             'panel',
             'feedback-session',
             'usability-test',
             'reviews',
             'complaints',
             'employees',
             'observation',
             'walkthrough',
             'analytics',
             'workshop',
             'assumption',
            ],
           },
          },
          'date': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {
             'type': 'nullable',
             'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': date}, 'schema': {'type': 'date'}},
            },
            'default': None,
           },
          },
          'n': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {
             'type': 'nullable',
             'schema': {
              'type': 'function-before',
              'function': {'type': 'no-info', 'function': whole_number},
              'schema': {'type': 'int', 'ge': 1, 'le': 1000000000000000},
             },
            },
            'default': None,
           },
          },
          'population': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {
             'type': 'nullable',
             'schema': {
              'type': 'function-before',
              'function': {'type': 'no-info', 'function': whole_number},
              'schema': {'type': 'int', 'ge': 1, 'le': 1000000000000000},
             },
            },
            'default': None,
           },
          },
          'scale': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {
             'type': 'nullable',
             'schema': {
              'type': 'function-after',
              'function': {'type': 'no-info', 'function': ends_in_order},
              'schema': {
               'type': 'model',
               'cls': AnswerScale,
               'schema': {
                'type': 'model-fields',
                'fields': {
                 'min': {
                  'type': 'model-field',
                  'schema': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False},
                 },
                 'max': {
                  'type': 'model-field',
                  'schema': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False},
                 },
                 'step': {
                  'type': 'model-field',
                  'schema': {
                   'type': 'default',
                   'schema': {
                    'type': 'nullable',
                    'schema': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False, 'gt': 0},
                   },
                   'default': None,
                  },
                 },
                },
                'model_name': 'AnswerScale',
                'computed_fields': [],
               },
               'custom_init': False,
               'root_model': False,
               'config': {
                'strict': True,
                'extra_fields_behavior': 'forbid',
                'validate_by_name': False,
                'validate_by_alias': True,
                'title': 'AnswerScale',
               },
              },
              'ref': 'AnswerScale',
             },
            },
            'default': None,
           },
          },
          'series': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {'type': 'nullable', 'schema': {'type': 'str', 'pattern': '\\S'}},
            'default': None,
           },
          },
          'description': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
          },
          'url': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
          },
         },
         'model_name': 'Source',
         'computed_fields': [],
        },
        'custom_init': False,
        'root_model': False,
        'config': {
         'strict': True,
         'extra_fields_behavior': 'forbid',
         'validate_by_name': False,
         'validate_by_alias': True,
         'title': 'Source',
        },
        'ref': 'Source',
       },
      },
      'default_factory': dict,
     },
    },
    'journey': {
     'type': 'model-field',
     'schema': {
      'type': 'default',
      'schema': {
       'type': 'nullable',
       'schema': {
        'type': 'model',
        'cls': Journey,
        'schema': {
         'type': 'model-fields',
         'fields': {
          'id': {'type': 'model-field', 'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'}},
          'title': {'type': 'model-field', 'schema': {'type': 'str', 'pattern': '\\S'}},
          'description': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
          },
          'personas': {
           'type': 'model-field',
           'schema': {
            'type': 'list',
            'items_schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'},
            'min_length': 1,
           },
          },
          'goal': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
          },
          'state': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'literal', 'expected': ['current', 'desired']}, 'default': 'current'},
          },
          'redesigns': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {'type': 'nullable', 'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'}},
            'default': None,
           },
          },
          'variant_of': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {'type': 'nullable', 'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'}},
            'default': None,
           },
          },
          'starts_with': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
          },
          'ends_with': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
          },
          'route': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
          },
          'owner': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {'type': 'nullable', 'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'}},
            'default': None,
           },
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
          },
          'scores_source': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {'type': 'nullable', 'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'}},
            'default': None,
           },
          },
          'lang': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {'type': 'nullable', 'schema': {'type': 'literal', 'expected': ['en', 'nl']}},
            'default': None,
           },
          },
          'stages': {
           'type': 'model-field',
           'schema': {
            'type': 'list',
            'items_schema': {
             'type': 'model',
             'cls': Stage,
             'schema': {
              'type': 'model-fields',
              'fields': {
               'id': {'type': 'model-field', 'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'}},
               'title': {'type': 'model-field', 'schema': {'type': 'str', 'pattern': '\\S'}},
               'description': {
                'type': 'model-field',
                'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
               },
               'goal': {
                'type': 'model-field',
                'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
               },
               'phase': {
                'type': 'model-field',
                'schema': {
                 'type': 'default',
                 'schema': {
                  'type': 'nullable',
                  'schema': {
                   'type': 'literal',
                   'expected': ['need', 'attention', 'evaluation', 'purchase', 'delivery', 'use', 'loyalty', 'leaving'],
                  },
                 },
                 'default': None,
                },
               },
               'takes': {
                'type': 'model-field',
                'schema': {
                 'type': 'default',
                 'schema': {
                  'type': 'nullable',
                  'schema': {'type': 'str', 'pattern': '^[0-9]+(\\.[0-9]+)? (minute|hour|day|working-day|week|month)s?$'},
                 },
                 'default': None,
                },
               },
               'touchpoints': {
                'type': 'model-field',
                'schema': {
                 'type': 'list',
                 'items_schema': {
                  'type': 'model',
                  'cls': Touchpoint,
                  'schema': {
                   'type': 'model-fields',
                   'fields': {
                    'channel': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {
                       'type': 'nullable',
                       'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'},
                      },
                      'default': None,
                     },
                    },
                    'reach': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {'type': 'nullable', 'schema': {'type': 'float', 'ge': 0, 'le': 1}},
                      'default': None,
                     },
                    },
                    'doing': {
                     'type': 'model-field',
                     'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
                    },
                    'thinking': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {'type': 'list', 'items_schema': {'type': 'str'}},
                      'default_factory': list,
                     },
                    },
                    'feeling': {
                     'type': 'model-field',
                     'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
                    },
                    'emotional_drivers': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {'type': 'list', 'items_schema': {'type': 'str'}},
                      'default_factory': list,
                     },
                    },
                    'expectation': {
                     'type': 'model-field',
                     'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
                    },
                    'choice': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {'type': 'nullable', 'schema': {'type': 'definition-ref', 'schema_ref': 'Choice'}},
                      'default': None,
                     },
                    },
                    'positives': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {'type': 'list', 'items_schema': {'type': 'str'}},
                      'default_factory': list,
                     },
                    },
                    'negatives': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {'type': 'list', 'items_schema': {'type': 'str'}},
                      'default_factory': list,
                     },
                    },
                    'wait': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {
                       'type': 'nullable',
                       'schema': {'type': 'str', 'pattern': '^[0-9]+(\\.[0-9]+)? (minute|hour|day|working-day|week|month)s?$'},
                      },
                      'default': None,
                     },
                    },
                    'takes': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {
                       'type': 'nullable',
                       'schema': {'type': 'str', 'pattern': '^[0-9]+(\\.[0-9]+)? (minute|hour|day|working-day|week|month)s?$'},
                      },
                      'default': None,
                     },
                    },
                    'moment_of_truth': {
                     'type': 'model-field',
                     'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'bool'}}, 'default': None},
                    },
                    'wow': {
                     'type': 'model-field',
                     'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
                    },
                    'handover': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {'type': 'nullable', 'schema': {'type': 'definition-ref', 'schema_ref': 'Handover'}},
                      'default': None,
                     },
                    },
                    'scores': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {'type': 'nullable', 'schema': {'type': 'definition-ref', 'schema_ref': 'Scores'}},
                      'default': None,
                     },
                    },
                    'id': {
                     'type': 'model-field',
                     'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'},
                    },
                    'title': {'type': 'model-field', 'schema': {'type': 'str', 'pattern': '\\S'}},
                    'description': {
                     'type': 'model-field',
                     'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
                    },
                    'personas': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {
                       'type': 'nullable',
                       'schema': {
                        'type': 'list',
                        'items_schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'},
                        'min_length': 1,
                       },
                      },
                      'default': None,
                     },
                    },
                    'also_through': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {
                       'type': 'list',
                       'items_schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'},
                      },
                      'default_factory': list,
                     },
                    },
                    'returns_to': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {
                       'type': 'nullable',
                       'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'},
                      },
                      'default': None,
                     },
                    },
                    'owner': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {
                       'type': 'nullable',
                       'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'},
                      },
                      'default': None,
                     },
                    },
                    'supported_by': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {
                       'type': 'list',
                       'items_schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'},
                      },
                      'default_factory': list,
                     },
                    },
                    'frontstage': {
                     'type': 'model-field',
                     'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
                    },
                    'backstage': {
                     'type': 'model-field',
                     'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
                    },
                    'systems': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {'type': 'list', 'items_schema': {'type': 'str'}},
                      'default_factory': list,
                     },
                    },
                    'importance_to_us': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {
                       'type': 'nullable',
                       'schema': {
                        'type': 'tagged-union',
                        'choices': {
                         '<number>': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False},
                         '<mark>': {'type': 'definition-ref', 'schema_ref': 'Mark'},
                         '<mean>': {'type': 'definition-ref', 'schema_ref': 'ImportanceMean'},
                         '<counts>': {'type': 'definition-ref', 'schema_ref': 'Counts'},
                        },
                        'discriminator': which_score,
                       },
                      },
                      'default': None,
                     },
                    },
                    'metrics': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {
                       'type': 'list',
                       'items_schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'},
                      },
                      'default_factory': list,
                     },
                    },
                    'opportunities': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {'type': 'list', 'items_schema': {'type': 'str'}},
                      'default_factory': list,
                     },
                    },
                    'questions': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {'type': 'list', 'items_schema': {'type': 'str'}},
                      'default_factory': list,
                     },
                    },
                    'tags': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {'type': 'list', 'items_schema': {'type': 'str'}},
                      'default_factory': list,
                     },
                    },
                    'links': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {
                       'type': 'list',
                       'items_schema': {
                        'type': 'tagged-union',
                        'choices': {
                         '<address>': {'type': 'str', 'pattern': '^https?://[^\\s/]\\S*$'},
                         '<link>': {'type': 'definition-ref', 'schema_ref': 'Link'},
                        },
                        'discriminator': which_link,
                       },
                      },
                      'default_factory': list,
                     },
                    },
                    'image': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {
                       'type': 'nullable',
                       'schema': {
                        'type': 'function-after',
                        'function': {'type': 'no-info', 'function': inside_project},
                        'schema': {'type': 'str'},
                       },
                      },
                      'default': None,
                     },
                    },
                    'image_alt': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {'type': 'nullable', 'schema': {'type': 'str', 'pattern': '\\S'}},
                      'default': None,
                     },
                    },
                    'influences': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {
                       'type': 'list',
                       'items_schema': {
                        'type': 'model',
                        'cls': Influence,
                        'schema': {
                         'type': 'model-fields',
                         'fields': {
                          'to': {
                           'type': 'model-field',
                           'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'},
                          },
                          'note': {
                           'type': 'model-field',
                           'schema': {
                            'type': 'default',
                            'schema': {'type': 'nullable', 'schema': {'type': 'str'}},
                            'default': None,
                           },
                          },
                         },
                         'model_name': 'Influence',
                         'computed_fields': [],
                        },
                        'custom_init': False,
                        'root_model': False,
                        'config': {
                         'strict': True,
                         'extra_fields_behavior': 'forbid',
                         'validate_by_name': False,
                         'validate_by_alias': True,
                         'title': 'Influence',
                        },
                        'ref': 'Influence',
                       },
                      },
                      'default_factory': list,
                     },
                    },
                    'replaces': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {
                       'type': 'list',
                       'items_schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'},
                      },
                      'default_factory': list,
                     },
                    },
                    'evidence': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {'type': 'list', 'items_schema': {'type': 'definition-ref', 'schema_ref': 'Evidence'}},
                      'default_factory': list,
                     },
                    },
                    'by_persona': {
                     'type': 'model-field',
                     'schema': {
                      'type': 'default',
                      'schema': {
                       'type': 'dict',
                       'keys_schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'},
                       'values_schema': {
                        'type': 'model',
                        'cls': Experience,
                        'schema': {
                         'type': 'model-fields',
                         'fields': {
                          'channel': {
                           'type': 'model-field',
                           'schema': {
                            'type': 'default',
                            'schema': {
                             'type': 'nullable',
                             'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'},
                            },
                            'default': None,
                           },
                          },
                          'reach': {
                           'type': 'model-field',
                           'schema': {
                            'type': 'default',
                            'schema': {'type': 'nullable', 'schema': {'type': 'float', 'ge': 0, 'le': 1}},
                            'default': None,
                           },
                          },
                          'doing': {
                           'type': 'model-field',
                           'schema': {
                            'type': 'default',
                            'schema': {'type': 'nullable', 'schema': {'type': 'str'}},
                            'default': None,
                           },
                          },
                          'thinking': {
                           'type': 'model-field',
                           'schema': {
                            'type': 'default',
                            'schema': {'type': 'list', 'items_schema': {'type': 'str'}},
                            'default_factory': list,
                           },
                          },
                          'feeling': {
                           'type': 'model-field',
                           'schema': {
                            'type': 'default',
                            'schema': {'type': 'nullable', 'schema': {'type': 'str'}},
                            'default': None,
                           },
                          },
                          'emotional_drivers': {
                           'type': 'model-field',
                           'schema': {
                            'type': 'default',
                            'schema': {'type': 'list', 'items_schema': {'type': 'str'}},
                            'default_factory': list,
                           },
                          },
                          'expectation': {
                           'type': 'model-field',
                           'schema': {
                            'type': 'default',
                            'schema': {'type': 'nullable', 'schema': {'type': 'str'}},
                            'default': None,
                           },
                          },
                          'choice': {
                           'type': 'model-field',
                           'schema': {
                            'type': 'default',
                            'schema': {'type': 'nullable', 'schema': {'type': 'definition-ref', 'schema_ref': 'Choice'}},
                            'default': None,
                           },
                          },
                          'positives': {
                           'type': 'model-field',
                           'schema': {
                            'type': 'default',
                            'schema': {'type': 'list', 'items_schema': {'type': 'str'}},
                            'default_factory': list,
                           },
                          },
                          'negatives': {
                           'type': 'model-field',
                           'schema': {
                            'type': 'default',
                            'schema': {'type': 'list', 'items_schema': {'type': 'str'}},
                            'default_factory': list,
                           },
                          },
                          'wait': {
                           'type': 'model-field',
                           'schema': {
                            'type': 'default',
                            'schema': {
                             'type': 'nullable',
                             'schema': {
                              'type': 'str',
                              'pattern': '^[0-9]+(\\.[0-9]+)? (minute|hour|day|working-day|week|month)s?$',
                             },
                            },
                            'default': None,
                           },
                          },
                          'takes': {
                           'type': 'model-field',
                           'schema': {
                            'type': 'default',
                            'schema': {
                             'type': 'nullable',
                             'schema': {
                              'type': 'str',
                              'pattern': '^[0-9]+(\\.[0-9]+)? (minute|hour|day|working-day|week|month)s?$',
                             },
                            },
                            'default': None,
                           },
                          },
                          'moment_of_truth': {
                           'type': 'model-field',
                           'schema': {
                            'type': 'default',
                            'schema': {'type': 'nullable', 'schema': {'type': 'bool'}},
                            'default': None,
                           },
                          },
                          'wow': {
                           'type': 'model-field',
                           'schema': {
                            'type': 'default',
                            'schema': {'type': 'nullable', 'schema': {'type': 'str'}},
                            'default': None,
                           },
                          },
                          'handover': {
                           'type': 'model-field',
                           'schema': {
                            'type': 'default',
                            'schema': {'type': 'nullable', 'schema': {'type': 'definition-ref', 'schema_ref': 'Handover'}},
                            'default': None,
                           },
                          },
                          'scores': {
                           'type': 'model-field',
                           'schema': {
                            'type': 'default',
                            'schema': {'type': 'nullable', 'schema': {'type': 'definition-ref', 'schema_ref': 'Scores'}},
                            'default': None,
                           },
                          },
                         },
                         'model_name': 'Experience',
                         'computed_fields': [],
                        },
                        'custom_init': False,
                        'root_model': False,
                        'config': {
                         'strict': True,
                         'extra_fields_behavior': 'forbid',
                         'validate_by_name': False,
                         'validate_by_alias': True,
                         'title': 'Experience',
                        },
                        'ref': 'Experience',
                       },
                      },
                      'default_factory': dict,
                     },
                    },
                   },
                   'model_name': 'Touchpoint',
                   'computed_fields': [],
                  },
                  'custom_init': False,
                  'root_model': False,
                  'config': {
                   'strict': True,
                   'extra_fields_behavior': 'forbid',
                   'validate_by_name': False,
                   'validate_by_alias': True,
                   'title': 'Touchpoint',
                  },
                  'ref': 'Touchpoint',
                 },
                 'min_length': 1,
                },
               },
               'detailed_in': {
                'type': 'model-field',
                'schema': {
                 'type': 'default',
                 'schema': {'type': 'nullable', 'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'}},
                 'default': None,
                },
               },
               'evidence': {
                'type': 'model-field',
                'schema': {
                 'type': 'default',
                 'schema': {'type': 'list', 'items_schema': {'type': 'definition-ref', 'schema_ref': 'Evidence'}},
                 'default_factory': list,
                },
               },
              },
              'model_name': 'Stage',
              'computed_fields': [],
             },
             'custom_init': False,
             'root_model': False,
             'config': {
              'strict': True,
              'extra_fields_behavior': 'forbid',
              'validate_by_name': False,
              'validate_by_alias': True,
              'title': 'Stage',
             },
             'ref': 'Stage',
            },
            'min_length': 1,
           },
          },
          'reviews': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {
             'type': 'list',
             'items_schema': {
              'type': 'model',
              'cls': Review,
              'schema': {
               'type': 'model-fields',
               'fields': {
                'date': {
                 'type': 'model-field',
                 'schema': {
                  'type': 'function-before',
                  'function': {'type': 'no-info', 'function': date},
                  'schema': {'type': 'date'},
                 },
                },
                'with_': {
                 'type': 'model-field',
                 'schema': {
                  'type': 'default',
                  'schema': {
                   'type': 'list',
                   'items_schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'},
                  },
                  'default_factory': list,
                 },
                 'validation_alias': 'with',
                },
                'what': {
                 'type': 'model-field',
                 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
                },
               },
               'model_name': 'Review',
               'computed_fields': [],
              },
              'custom_init': False,
              'root_model': False,
              'config': {
               'strict': True,
               'extra_fields_behavior': 'forbid',
               'validate_by_name': False,
               'validate_by_alias': True,
               'title': 'Review',
              },
              'ref': 'Review',
             },
            },
            'default_factory': list,
           },
          },
          'links': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {
             'type': 'list',
             'items_schema': {
              'type': 'tagged-union',
              'choices': {
               '<address>': {'type': 'str', 'pattern': '^https?://[^\\s/]\\S*$'},
               '<link>': {'type': 'definition-ref', 'schema_ref': 'Link'},
              },
              'discriminator': which_link,
             },
            },
            'default_factory': list,
           },
          },
          'evidence': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {'type': 'list', 'items_schema': {'type': 'definition-ref', 'schema_ref': 'Evidence'}},
            'default_factory': list,
           },
          },
         },
         'model_name': 'Journey',
         'computed_fields': [],
        },
        'custom_init': False,
        'root_model': False,
        'config': {
         'strict': True,
         'extra_fields_behavior': 'forbid',
         'validate_by_name': False,
         'validate_by_alias': True,
         'title': 'Journey',
        },
        'ref': 'Journey',
       },
      },
      'default': None,
     },
    },
    'metrics': {
     'type': 'model-field',
     'schema': {
      'type': 'default',
      'schema': {
       'type': 'dict',
       'keys_schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'},
       'values_schema': {
        'type': 'model',
        'cls': Metric,
        'schema': {
         'type': 'model-fields',
         'fields': {
          'title': {'type': 'model-field', 'schema': {'type': 'str', 'pattern': '\\S'}},
          'kind': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {
             'type': 'nullable',
             'schema': {
              'type': 'literal',
              'expected': ['nps', 'csat', 'ces', 'percentage', 'duration', 'count', 'money', 'score'],
             },
            },
            'default': None,
           },
          },
          'better': {'type': 'model-field', 'schema': {'type': 'literal', 'expected': ['higher', 'lower']}},
          'unit': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
          },
          'scale': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {'type': 'nullable', 'schema': {'type': 'definition-ref', 'schema_ref': 'Range'}},
            'default': None,
           },
          },
          'owner': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {'type': 'nullable', 'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'}},
            'default': None,
           },
          },
          'baseline': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {
             'type': 'nullable',
             'schema': {
              'type': 'tagged-union',
              'choices': {
               '<value>': {'type': 'definition-ref', 'schema_ref': 'Reading'},
               '<counts>': {'type': 'definition-ref', 'schema_ref': 'NpsReading'},
              },
              'discriminator': which_reading,
             },
            },
            'default': None,
           },
          },
          'target': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {
             'type': 'nullable',
             'schema': {
              'type': 'model',
              'cls': Point,
              'schema': {
               'type': 'model-fields',
               'fields': {
                'date': {
                 'type': 'model-field',
                 'schema': {
                  'type': 'function-before',
                  'function': {'type': 'no-info', 'function': date},
                  'schema': {'type': 'date'},
                 },
                },
                'value': {
                 'type': 'model-field',
                 'schema': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False},
                },
               },
               'model_name': 'Point',
               'computed_fields': [],
              },
              'custom_init': False,
              'root_model': False,
              'config': {
               'strict': True,
               'extra_fields_behavior': 'forbid',
               'validate_by_name': False,
               'validate_by_alias': True,
               'title': 'Point',
              },
              'ref': 'Point',
             },
            },
            'default': None,
           },
          },
          'readings': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {
             'type': 'list',
             'items_schema': {
              'type': 'tagged-union',
              'choices': {
               '<value>': {'type': 'definition-ref', 'schema_ref': 'Reading'},
               '<counts>': {'type': 'definition-ref', 'schema_ref': 'NpsReading'},
              },
              'discriminator': which_reading,
             },
            },
            'default_factory': list,
           },
          },
         },
         'model_name': 'Metric',
         'computed_fields': [],
        },
        'custom_init': False,
        'root_model': False,
        'config': {
         'strict': True,
         'extra_fields_behavior': 'forbid',
         'validate_by_name': False,
         'validate_by_alias': True,
         'title': 'Metric',
        },
        'ref': 'Metric',
       },
      },
      'default_factory': dict,
     },
    },
    'actions': {
     'type': 'model-field',
     'schema': {
      'type': 'default',
      'schema': {
       'type': 'dict',
       'keys_schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'},
       'values_schema': {
        'type': 'model',
        'cls': Action,
        'schema': {
         'type': 'model-fields',
         'fields': {
          'title': {'type': 'model-field', 'schema': {'type': 'str', 'pattern': '\\S'}},
          'description': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
          },
          'touchpoints': {
           'type': 'model-field',
           'schema': {
            'type': 'list',
            'items_schema': {'type': 'str', 'pattern': '^([a-z0-9][a-z0-9_-]*/)?[a-z0-9][a-z0-9_-]*(#handover)?$'},
            'min_length': 1,
           },
          },
          'levers': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {
             'type': 'list',
             'items_schema': {
              'type': 'literal',
              'expected': [
               'automation',
               'personalisation',
               'contextual',
               'proactive',
               'people',
               'process',
               'product',
               'communication',
               'training',
              ],
             },
            },
            'default_factory': list,
           },
          },
          'hypothesis': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
          },
          'current': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
          },
          'desired': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
          },
          'owner': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {'type': 'nullable', 'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'}},
            'default': None,
           },
          },
          'parties': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {'type': 'list', 'items_schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'}},
            'default_factory': list,
           },
          },
          'behaviour': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'list', 'items_schema': {'type': 'str'}}, 'default_factory': list},
          },
          'systems': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'list', 'items_schema': {'type': 'str'}}, 'default_factory': list},
          },
          'metrics': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {'type': 'list', 'items_schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'}},
            'default_factory': list,
           },
          },
          'effort': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {
             'type': 'nullable',
             'schema': {
              'type': 'function-before',
              'function': {'type': 'no-info', 'function': whole_number},
              'schema': {'type': 'int', 'ge': 1, 'le': 5},
             },
            },
            'default': None,
           },
          },
          'impact': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {
             'type': 'nullable',
             'schema': {
              'type': 'function-before',
              'function': {'type': 'no-info', 'function': whole_number},
              'schema': {'type': 'int', 'ge': 1, 'le': 5},
             },
            },
            'default': None,
           },
          },
          'cost': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
          },
          'status': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {'type': 'literal', 'expected': ['idea', 'planned', 'in-progress', 'done', 'dropped']},
            'default': 'idea',
           },
          },
          'start': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {
             'type': 'nullable',
             'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': date}, 'schema': {'type': 'date'}},
            },
            'default': None,
           },
          },
          'due': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {
             'type': 'nullable',
             'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': date}, 'schema': {'type': 'date'}},
            },
            'default': None,
           },
          },
          'finished': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {
             'type': 'nullable',
             'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': date}, 'schema': {'type': 'date'}},
            },
            'default': None,
           },
          },
          'outcome': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {'type': 'nullable', 'schema': {'type': 'literal', 'expected': ['confirmed', 'refuted', 'unclear']}},
            'default': None,
           },
          },
          'learned': {
           'type': 'model-field',
           'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
          },
          'depends_on': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {'type': 'list', 'items_schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'}},
            'default_factory': list,
           },
          },
          'links': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {
             'type': 'list',
             'items_schema': {
              'type': 'tagged-union',
              'choices': {
               '<address>': {'type': 'str', 'pattern': '^https?://[^\\s/]\\S*$'},
               '<link>': {'type': 'definition-ref', 'schema_ref': 'Link'},
              },
              'discriminator': which_link,
             },
            },
            'default_factory': list,
           },
          },
          'expects': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {
             'type': 'dict',
             'keys_schema': {'type': 'str', 'pattern': '^([a-z0-9][a-z0-9_-]*/)?[a-z0-9][a-z0-9_-]*(#handover)?$'},
             'values_schema': {
              'type': 'tagged-union',
              'choices': {
               '<number>': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False},
               '<by persona>': {
                'type': 'dict',
                'keys_schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'},
                'values_schema': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False},
               },
              },
              'discriminator': which_gain,
             },
            },
            'default_factory': dict,
           },
          },
          'steps': {
           'type': 'model-field',
           'schema': {
            'type': 'default',
            'schema': {
             'type': 'list',
             'items_schema': {
              'type': 'model',
              'cls': Step,
              'schema': {
               'type': 'model-fields',
               'fields': {
                'id': {
                 'type': 'model-field',
                 'schema': {
                  'type': 'default',
                  'schema': {'type': 'nullable', 'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'}},
                  'default': None,
                 },
                },
                'title': {'type': 'model-field', 'schema': {'type': 'str', 'pattern': '\\S'}},
                'owner': {
                 'type': 'model-field',
                 'schema': {
                  'type': 'default',
                  'schema': {'type': 'nullable', 'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'}},
                  'default': None,
                 },
                },
                'due': {
                 'type': 'model-field',
                 'schema': {
                  'type': 'default',
                  'schema': {
                   'type': 'nullable',
                   'schema': {
                    'type': 'function-before',
                    'function': {'type': 'no-info', 'function': date},
                    'schema': {'type': 'date'},
                   },
                  },
                  'default': None,
                 },
                },
                'done': {
                 'type': 'model-field',
                 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'bool'}}, 'default': None},
                },
               },
               'model_name': 'Step',
               'computed_fields': [],
              },
              'custom_init': False,
              'root_model': False,
              'config': {
               'strict': True,
               'extra_fields_behavior': 'forbid',
               'validate_by_name': False,
               'validate_by_alias': True,
               'title': 'Step',
              },
              'ref': 'Step',
             },
            },
            'default_factory': list,
           },
          },
         },
         'model_name': 'Action',
         'computed_fields': [],
        },
        'custom_init': False,
        'root_model': False,
        'config': {
         'strict': True,
         'extra_fields_behavior': 'forbid',
         'validate_by_name': False,
         'validate_by_alias': True,
         'title': 'Action',
        },
        'ref': 'Action',
       },
      },
      'default_factory': dict,
     },
    },
   },
   'model_name': 'File',
   'computed_fields': [],
  },
  'custom_init': False,
  'root_model': False,
  'config': {
   'strict': True,
   'extra_fields_behavior': 'forbid',
   'validate_by_name': False,
   'validate_by_alias': True,
   'title': 'cxmap journey file',
  },
  'ref': 'File',
 },
 'definitions': [
  {
   'type': 'model',
   'cls': Evidence,
   'schema': {
    'type': 'model-fields',
    'fields': {
     'source': {'type': 'model-field', 'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'}},
     'quote': {
      'type': 'model-field',
      'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
     },
     'note': {
      'type': 'model-field',
      'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
     },
     'persona': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {'type': 'nullable', 'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'}},
       'default': None,
      },
     },
     'finding': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {'type': 'nullable', 'schema': {'type': 'literal', 'expected': ['confirms', 'contradicts', 'new']}},
       'default': None,
      },
     },
     'date': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {
        'type': 'nullable',
        'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': date}, 'schema': {'type': 'date'}},
       },
       'default': None,
      },
     },
     'links': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {
        'type': 'list',
        'items_schema': {
         'type': 'tagged-union',
         'choices': {
          '<address>': {'type': 'str', 'pattern': '^https?://[^\\s/]\\S*$'},
          '<link>': {'type': 'definition-ref', 'schema_ref': 'Link'},
         },
         'discriminator': which_link,
        },
       },
       'default_factory': list,
      },
     },
    },
    'model_name': 'Evidence',
    'computed_fields': [],
   },
   'custom_init': False,
   'root_model': False,
   'config': {
    'strict': True,
    'extra_fields_behavior': 'forbid',
    'validate_by_name': False,
    'validate_by_alias': True,
    'title': 'Evidence',
   },
   'ref': 'Evidence',
  },
  {
   'type': 'model',
   'cls': Link,
   'schema': {
    'type': 'model-fields',
    'fields': {
     'url': {'type': 'model-field', 'schema': {'type': 'str', 'pattern': '^https?://[^\\s/]\\S*$'}},
     'title': {
      'type': 'model-field',
      'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str', 'pattern': '\\S'}}, 'default': None},
     },
    },
    'model_name': 'Link',
    'computed_fields': [],
   },
   'custom_init': False,
   'root_model': False,
   'config': {
    'strict': True,
    'extra_fields_behavior': 'forbid',
    'validate_by_name': False,
    'validate_by_alias': True,
    'title': 'Link',
   },
   'ref': 'Link',
  },
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
     'importance': {'type': 'model-field', 'schema': {'type': 'definition-ref', 'schema_ref': 'Range'}},
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
  {
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
  {
   'type': 'model',
   'cls': Choice,
   'schema': {
    'type': 'model-fields',
    'fields': {
     'between': {
      'type': 'model-field',
      'schema': {'type': 'default', 'schema': {'type': 'list', 'items_schema': {'type': 'str'}}, 'default_factory': list},
     },
     'based_on': {
      'type': 'model-field',
      'schema': {'type': 'default', 'schema': {'type': 'list', 'items_schema': {'type': 'str'}}, 'default_factory': list},
     },
    },
    'model_name': 'Choice',
    'computed_fields': [],
   },
   'custom_init': False,
   'root_model': False,
   'config': {
    'strict': True,
    'extra_fields_behavior': 'forbid',
    'validate_by_name': False,
    'validate_by_alias': True,
    'title': 'Choice',
   },
   'ref': 'Choice',
  },
  {
   'type': 'model',
   'cls': Handover,
   'schema': {
    'type': 'model-fields',
    'fields': {
     'from_': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {'type': 'nullable', 'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'}},
       'default': None,
      },
      'validation_alias': 'from',
     },
     'loses': {
      'type': 'model-field',
      'schema': {'type': 'default', 'schema': {'type': 'list', 'items_schema': {'type': 'str'}}, 'default_factory': list},
     },
     'note': {
      'type': 'model-field',
      'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str'}}, 'default': None},
     },
     'scores': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {
        'type': 'nullable',
        'schema': {
         'type': 'model',
         'cls': HandoverScores,
         'schema': {
          'type': 'model-fields',
          'fields': {
           'importance': {
            'type': 'model-field',
            'schema': {
             'type': 'default',
             'schema': {
              'type': 'nullable',
              'schema': {
               'type': 'tagged-union',
               'choices': {
                '<number>': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False},
                '<mark>': {'type': 'definition-ref', 'schema_ref': 'Mark'},
                '<mean>': {'type': 'definition-ref', 'schema_ref': 'ImportanceMean'},
                '<counts>': {'type': 'definition-ref', 'schema_ref': 'Counts'},
                '<waves>': {
                 'type': 'list',
                 'items_schema': {
                  'type': 'function-before',
                  'function': {'type': 'no-info', 'function': no_list},
                  'schema': {
                   'type': 'tagged-union',
                   'choices': {
                    '<number>': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False},
                    '<mark>': {'type': 'definition-ref', 'schema_ref': 'Mark'},
                    '<mean>': {'type': 'definition-ref', 'schema_ref': 'ImportanceMean'},
                    '<counts>': {'type': 'definition-ref', 'schema_ref': 'Counts'},
                   },
                   'discriminator': which_score,
                  },
                 },
                 'min_length': 1,
                 'max_length': 60,
                },
               },
               'discriminator': which_scores,
              },
             },
             'default': None,
            },
           },
           'experience': {
            'type': 'model-field',
            'schema': {
             'type': 'default',
             'schema': {
              'type': 'nullable',
              'schema': {
               'type': 'tagged-union',
               'choices': {
                '<number>': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False},
                '<mark>': {'type': 'definition-ref', 'schema_ref': 'Mark'},
                '<mean>': {'type': 'definition-ref', 'schema_ref': 'Mean'},
                '<counts>': {'type': 'definition-ref', 'schema_ref': 'Counts'},
                '<waves>': {
                 'type': 'list',
                 'items_schema': {
                  'type': 'function-before',
                  'function': {'type': 'no-info', 'function': no_list},
                  'schema': {
                   'type': 'tagged-union',
                   'choices': {
                    '<number>': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False},
                    '<mark>': {'type': 'definition-ref', 'schema_ref': 'Mark'},
                    '<mean>': {'type': 'definition-ref', 'schema_ref': 'Mean'},
                    '<counts>': {'type': 'definition-ref', 'schema_ref': 'Counts'},
                   },
                   'discriminator': which_score,
                  },
                 },
                 'min_length': 1,
                 'max_length': 60,
                },
               },
               'discriminator': which_scores,
              },
             },
             'default': None,
            },
           },
           'desired': {
            'type': 'model-field',
            'schema': {
             'type': 'default',
             'schema': {
              'type': 'nullable',
              'schema': {
               'type': 'tagged-union',
               'choices': {
                '<number>': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False},
                '<mark>': {'type': 'definition-ref', 'schema_ref': 'Mark'},
                '<mean>': {'type': 'definition-ref', 'schema_ref': 'Mean'},
                '<counts>': {'type': 'definition-ref', 'schema_ref': 'Counts'},
               },
               'discriminator': which_score,
              },
             },
             'default': None,
            },
           },
          },
          'model_name': 'HandoverScores',
          'computed_fields': [],
         },
         'custom_init': False,
         'root_model': False,
         'config': {
          'strict': True,
          'extra_fields_behavior': 'forbid',
          'validate_by_name': False,
          'validate_by_alias': True,
          'title': 'HandoverScores',
         },
         'ref': 'HandoverScores',
        },
       },
       'default': None,
      },
     },
    },
    'model_name': 'Handover',
    'computed_fields': [],
   },
   'custom_init': False,
   'root_model': False,
   'config': {
    'strict': True,
    'extra_fields_behavior': 'forbid',
    'validate_by_name': False,
    'validate_by_alias': True,
    'title': 'Handover',
   },
   'ref': 'Handover',
  },
  {
   'type': 'model',
   'cls': Mark,
   'schema': {
    'type': 'model-fields',
    'fields': {
     'mark': {'type': 'model-field', 'schema': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False}},
     'source': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {'type': 'nullable', 'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'}},
       'default': None,
      },
     },
     'date': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {
        'type': 'nullable',
        'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': date}, 'schema': {'type': 'date'}},
       },
       'default': None,
      },
     },
    },
    'model_name': 'Mark',
    'computed_fields': [],
   },
   'custom_init': False,
   'root_model': False,
   'config': {
    'strict': True,
    'extra_fields_behavior': 'forbid',
    'validate_by_name': False,
    'validate_by_alias': True,
    'title': 'Mark',
   },
   'ref': 'Mark',
  },
  {
   'type': 'model',
   'cls': ImportanceMean,
   'schema': {
    'type': 'model-fields',
    'fields': {
     'mean': {'type': 'model-field', 'schema': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False}},
     'n': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {
        'type': 'nullable',
        'schema': {
         'type': 'function-before',
         'function': {'type': 'no-info', 'function': whole_number},
         'schema': {'type': 'int', 'ge': 1, 'le': 1000000000000000},
        },
       },
       'default': None,
      },
     },
     'sd': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {'type': 'nullable', 'schema': {'type': 'float', 'ge': 0, 'le': 1e+100, 'allow_inf_nan': False}},
       'default': None,
      },
     },
     'source': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {'type': 'nullable', 'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'}},
       'default': None,
      },
     },
     'date': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {
        'type': 'nullable',
        'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': date}, 'schema': {'type': 'date'}},
       },
       'default': None,
      },
     },
     'answers': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {
        'type': 'nullable',
        'schema': {
         'type': 'function-before',
         'function': {'type': 'no-info', 'function': whole_number},
         'schema': {'type': 'int', 'ge': 1, 'le': 1000000000000000},
        },
       },
       'default': None,
      },
     },
     'derived': {
      'type': 'model-field',
      'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'bool'}}, 'default': None},
     },
    },
    'model_name': 'ImportanceMean',
    'computed_fields': [],
   },
   'custom_init': False,
   'root_model': False,
   'config': {
    'strict': True,
    'extra_fields_behavior': 'forbid',
    'validate_by_name': False,
    'validate_by_alias': True,
    'title': 'ImportanceMean',
   },
   'ref': 'ImportanceMean',
  },
  {
   'type': 'model',
   'cls': Counts,
   'schema': {
    'type': 'model-fields',
    'fields': {
     'counts': {
      'type': 'model-field',
      'schema': {
       'type': 'dict',
       'keys_schema': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False},
       'values_schema': {
        'type': 'function-before',
        'function': {'type': 'no-info', 'function': whole_number},
        'schema': {'type': 'int', 'ge': 0, 'le': 1000000000000000},
       },
      },
     },
     'source': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {'type': 'nullable', 'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'}},
       'default': None,
      },
     },
     'date': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {
        'type': 'nullable',
        'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': date}, 'schema': {'type': 'date'}},
       },
       'default': None,
      },
     },
    },
    'model_name': 'Counts',
    'computed_fields': [],
   },
   'custom_init': False,
   'root_model': False,
   'config': {
    'strict': True,
    'extra_fields_behavior': 'forbid',
    'validate_by_name': False,
    'validate_by_alias': True,
    'title': 'Counts',
   },
   'ref': 'Counts',
  },
  {
   'type': 'model',
   'cls': Mean,
   'schema': {
    'type': 'model-fields',
    'fields': {
     'mean': {'type': 'model-field', 'schema': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False}},
     'n': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {
        'type': 'nullable',
        'schema': {
         'type': 'function-before',
         'function': {'type': 'no-info', 'function': whole_number},
         'schema': {'type': 'int', 'ge': 1, 'le': 1000000000000000},
        },
       },
       'default': None,
      },
     },
     'sd': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {'type': 'nullable', 'schema': {'type': 'float', 'ge': 0, 'le': 1e+100, 'allow_inf_nan': False}},
       'default': None,
      },
     },
     'source': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {'type': 'nullable', 'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'}},
       'default': None,
      },
     },
     'date': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {
        'type': 'nullable',
        'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': date}, 'schema': {'type': 'date'}},
       },
       'default': None,
      },
     },
     'answers': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {
        'type': 'nullable',
        'schema': {
         'type': 'function-before',
         'function': {'type': 'no-info', 'function': whole_number},
         'schema': {'type': 'int', 'ge': 1, 'le': 1000000000000000},
        },
       },
       'default': None,
      },
     },
    },
    'model_name': 'Mean',
    'computed_fields': [],
   },
   'custom_init': False,
   'root_model': False,
   'config': {
    'strict': True,
    'extra_fields_behavior': 'forbid',
    'validate_by_name': False,
    'validate_by_alias': True,
    'title': 'Mean',
   },
   'ref': 'Mean',
  },
  {
   'type': 'model',
   'cls': Scores,
   'schema': {
    'type': 'model-fields',
    'fields': {
     'importance': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {
        'type': 'nullable',
        'schema': {
         'type': 'tagged-union',
         'choices': {
          '<number>': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False},
          '<mark>': {'type': 'definition-ref', 'schema_ref': 'Mark'},
          '<mean>': {'type': 'definition-ref', 'schema_ref': 'ImportanceMean'},
          '<counts>': {'type': 'definition-ref', 'schema_ref': 'Counts'},
          '<waves>': {
           'type': 'list',
           'items_schema': {
            'type': 'function-before',
            'function': {'type': 'no-info', 'function': no_list},
            'schema': {
             'type': 'tagged-union',
             'choices': {
              '<number>': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False},
              '<mark>': {'type': 'definition-ref', 'schema_ref': 'Mark'},
              '<mean>': {'type': 'definition-ref', 'schema_ref': 'ImportanceMean'},
              '<counts>': {'type': 'definition-ref', 'schema_ref': 'Counts'},
             },
             'discriminator': which_score,
            },
           },
           'min_length': 1,
           'max_length': 60,
          },
         },
         'discriminator': which_scores,
        },
       },
       'default': None,
      },
     },
     'experience': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {
        'type': 'nullable',
        'schema': {
         'type': 'tagged-union',
         'choices': {
          '<number>': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False},
          '<mark>': {'type': 'definition-ref', 'schema_ref': 'Mark'},
          '<mean>': {'type': 'definition-ref', 'schema_ref': 'Mean'},
          '<counts>': {'type': 'definition-ref', 'schema_ref': 'Counts'},
          '<waves>': {
           'type': 'list',
           'items_schema': {
            'type': 'function-before',
            'function': {'type': 'no-info', 'function': no_list},
            'schema': {
             'type': 'tagged-union',
             'choices': {
              '<number>': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False},
              '<mark>': {'type': 'definition-ref', 'schema_ref': 'Mark'},
              '<mean>': {'type': 'definition-ref', 'schema_ref': 'Mean'},
              '<counts>': {'type': 'definition-ref', 'schema_ref': 'Counts'},
             },
             'discriminator': which_score,
            },
           },
           'min_length': 1,
           'max_length': 60,
          },
         },
         'discriminator': which_scores,
        },
       },
       'default': None,
      },
     },
     'desired': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {
        'type': 'nullable',
        'schema': {
         'type': 'tagged-union',
         'choices': {
          '<number>': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False},
          '<mark>': {'type': 'definition-ref', 'schema_ref': 'Mark'},
          '<mean>': {'type': 'definition-ref', 'schema_ref': 'Mean'},
          '<counts>': {'type': 'definition-ref', 'schema_ref': 'Counts'},
         },
         'discriminator': which_score,
        },
       },
       'default': None,
      },
     },
     'source': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {'type': 'nullable', 'schema': {'type': 'str', 'max_length': 64, 'pattern': '^[a-z0-9][a-z0-9_-]*$'}},
       'default': None,
      },
     },
     'gap_sd': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {'type': 'nullable', 'schema': {'type': 'float', 'ge': 0, 'le': 1e+100, 'allow_inf_nan': False}},
       'default': None,
      },
     },
     'gap_n': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {
        'type': 'nullable',
        'schema': {
         'type': 'function-before',
         'function': {'type': 'no-info', 'function': whole_number},
         'schema': {'type': 'int', 'ge': 1, 'le': 1000000000000000},
        },
       },
       'default': None,
      },
     },
    },
    'model_name': 'Scores',
    'computed_fields': [],
   },
   'custom_init': False,
   'root_model': False,
   'config': {
    'strict': True,
    'extra_fields_behavior': 'forbid',
    'validate_by_name': False,
    'validate_by_alias': True,
    'title': 'Scores',
   },
   'ref': 'Scores',
  },
  {
   'type': 'model',
   'cls': Reading,
   'schema': {
    'type': 'model-fields',
    'fields': {
     'date': {
      'type': 'model-field',
      'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': date}, 'schema': {'type': 'date'}},
     },
     'value': {'type': 'model-field', 'schema': {'type': 'float', 'ge': -1e+100, 'le': 1e+100, 'allow_inf_nan': False}},
     'n': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {
        'type': 'nullable',
        'schema': {
         'type': 'function-before',
         'function': {'type': 'no-info', 'function': whole_number},
         'schema': {'type': 'int', 'ge': 1, 'le': 1000000000000000},
        },
       },
       'default': None,
      },
     },
     'sd': {
      'type': 'model-field',
      'schema': {
       'type': 'default',
       'schema': {'type': 'nullable', 'schema': {'type': 'float', 'ge': 0, 'le': 1e+100, 'allow_inf_nan': False}},
       'default': None,
      },
     },
    },
    'model_name': 'Reading',
    'computed_fields': [],
   },
   'custom_init': False,
   'root_model': False,
   'config': {
    'strict': True,
    'extra_fields_behavior': 'forbid',
    'validate_by_name': False,
    'validate_by_alias': True,
    'title': 'Reading',
   },
   'ref': 'Reading',
  },
  {
   'type': 'model',
   'cls': NpsReading,
   'schema': {
    'type': 'model-fields',
    'fields': {
     'date': {
      'type': 'model-field',
      'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': date}, 'schema': {'type': 'date'}},
     },
     'counts': {
      'type': 'model-field',
      'schema': {
       'type': 'tagged-union',
       'choices': {
        '<marks>': {
         'type': 'function-after',
         'function': {'type': 'no-info', 'function': some_answers},
         'schema': {
          'type': 'dict',
          'keys_schema': {'type': 'float', 'ge': 0, 'le': 10, 'multiple_of': 1},
          'values_schema': {
           'type': 'function-before',
           'function': {'type': 'no-info', 'function': whole_number},
           'schema': {'type': 'int', 'ge': 0, 'le': 1000000000000000},
          },
         },
        },
        '<groups>': {
         'type': 'function-after',
         'function': {'type': 'no-info', 'function': some_answers},
         'schema': {
          'type': 'model',
          'cls': NpsGroups,
          'schema': {
           'type': 'model-fields',
           'fields': {
            'promoters': {
             'type': 'model-field',
             'schema': {
              'type': 'function-before',
              'function': {'type': 'no-info', 'function': whole_number},
              'schema': {'type': 'int', 'ge': 0, 'le': 1000000000000000},
             },
            },
            'passives': {
             'type': 'model-field',
             'schema': {
              'type': 'function-before',
              'function': {'type': 'no-info', 'function': whole_number},
              'schema': {'type': 'int', 'ge': 0, 'le': 1000000000000000},
             },
            },
            'detractors': {
             'type': 'model-field',
             'schema': {
              'type': 'function-before',
              'function': {'type': 'no-info', 'function': whole_number},
              'schema': {'type': 'int', 'ge': 0, 'le': 1000000000000000},
             },
            },
           },
           'model_name': 'NpsGroups',
           'computed_fields': [],
          },
          'custom_init': False,
          'root_model': False,
          'config': {
           'strict': True,
           'extra_fields_behavior': 'forbid',
           'validate_by_name': False,
           'validate_by_alias': True,
           'title': 'NpsGroups',
          },
          'ref': 'NpsGroups',
         },
        },
       },
       'discriminator': which_nps_counts,
      },
     },
    },
    'model_name': 'NpsReading',
    'computed_fields': [],
   },
   'custom_init': False,
   'root_model': False,
   'config': {
    'strict': True,
    'extra_fields_behavior': 'forbid',
    'validate_by_name': False,
    'validate_by_alias': True,
    'title': 'NpsReading',
   },
   'ref': 'NpsReading',
  },
 ],
}

REFERENCES: Any = {
 'Action': {
  'touchpoints': ('list', ('text', 'targets')),
  'owner': ('text', 'stakeholders'),
  'parties': ('list', ('text', 'stakeholders')),
  'metrics': ('list', ('text', 'metrics')),
  'depends_on': ('list', ('text', 'actions')),
  'expects': ('by id', 'targets', ('by id', 'personas', None)),
  'steps': ('list', ('mapping', 'Step')),
 },
 'Channel': {'run_by': ('text', 'stakeholders')},
 'Counts': {'source': ('text', 'sources')},
 'Evidence': {'source': ('text', 'sources'), 'persona': ('text', 'personas')},
 'Experience': {'channel': ('text', 'channels'), 'handover': ('mapping', 'Handover'), 'scores': ('mapping', 'Scores')},
 'File': {
  'personas': ('by id', None, ('mapping', 'Persona')),
  'stakeholders': ('by id', None, ('mapping', 'Stakeholder')),
  'channels': ('by id', None, ('mapping', 'Channel')),
  'journey': ('mapping', 'Journey'),
  'metrics': ('by id', None, ('mapping', 'Metric')),
  'actions': ('by id', None, ('mapping', 'Action')),
 },
 'Handover': {'from': ('text', 'touchpoints'), 'scores': ('mapping', 'HandoverScores')},
 'HandoverScores': {
  'importance': (
   'one or list',
   (
    'one of',
    ('Mark', ('mark', 'source', 'date')),
    ('ImportanceMean', ('mean', 'n', 'sd', 'source', 'date', 'answers', 'derived')),
    ('Counts', ('counts', 'source', 'date')),
   ),
  ),
  'experience': (
   'one or list',
   (
    'one of',
    ('Mark', ('mark', 'source', 'date')),
    ('Mean', ('mean', 'n', 'sd', 'source', 'date', 'answers')),
    ('Counts', ('counts', 'source', 'date')),
   ),
  ),
  'desired': (
   'one of',
   ('Mark', ('mark', 'source', 'date')),
   ('Mean', ('mean', 'n', 'sd', 'source', 'date', 'answers')),
   ('Counts', ('counts', 'source', 'date')),
  ),
 },
 'ImportanceMean': {'source': ('text', 'sources')},
 'Influence': {'to': ('text', 'touchpoints')},
 'Journey': {
  'personas': ('list', ('text', 'personas')),
  'redesigns': ('text', 'journeys'),
  'variant_of': ('text', 'journeys'),
  'owner': ('text', 'stakeholders'),
  'scores_source': ('text', 'sources'),
  'stages': ('list', ('mapping', 'Stage')),
  'reviews': ('list', ('mapping', 'Review')),
  'evidence': ('list', ('mapping', 'Evidence')),
 },
 'Mark': {'source': ('text', 'sources')},
 'Mean': {'source': ('text', 'sources')},
 'Metric': {'owner': ('text', 'stakeholders')},
 'Persona': {'segment': ('text', 'segments'), 'evidence': ('list', ('mapping', 'Evidence'))},
 'Relation': {'to': ('text', 'stakeholders')},
 'Review': {'with': ('list', ('text', 'stakeholders'))},
 'Scores': {
  'importance': (
   'one or list',
   (
    'one of',
    ('Mark', ('mark', 'source', 'date')),
    ('ImportanceMean', ('mean', 'n', 'sd', 'source', 'date', 'answers', 'derived')),
    ('Counts', ('counts', 'source', 'date')),
   ),
  ),
  'experience': (
   'one or list',
   (
    'one of',
    ('Mark', ('mark', 'source', 'date')),
    ('Mean', ('mean', 'n', 'sd', 'source', 'date', 'answers')),
    ('Counts', ('counts', 'source', 'date')),
   ),
  ),
  'desired': (
   'one of',
   ('Mark', ('mark', 'source', 'date')),
   ('Mean', ('mean', 'n', 'sd', 'source', 'date', 'answers')),
   ('Counts', ('counts', 'source', 'date')),
  ),
  'source': ('text', 'sources'),
 },
 'Stage': {
  'touchpoints': ('list', ('mapping', 'Touchpoint')),
  'detailed_in': ('text', 'journeys'),
  'evidence': ('list', ('mapping', 'Evidence')),
 },
 'Stakeholder': {'relations': ('list', ('mapping', 'Relation'))},
 'Step': {'owner': ('text', 'stakeholders')},
 'Touchpoint': {
  'channel': ('text', 'channels'),
  'handover': ('mapping', 'Handover'),
  'scores': ('mapping', 'Scores'),
  'personas': ('list', ('text', 'personas')),
  'also_through': ('list', ('text', 'channels')),
  'returns_to': ('text', 'touchpoints'),
  'owner': ('text', 'stakeholders'),
  'supported_by': ('list', ('text', 'stakeholders')),
  'importance_to_us': (
   'one of',
   ('Mark', ('mark', 'source', 'date')),
   ('ImportanceMean', ('mean', 'n', 'sd', 'source', 'date', 'answers', 'derived')),
   ('Counts', ('counts', 'source', 'date')),
  ),
  'metrics': ('list', ('text', 'metrics')),
  'influences': ('list', ('mapping', 'Influence')),
  'replaces': ('list', ('text', 'redesigned')),
  'evidence': ('list', ('mapping', 'Evidence')),
  'by_persona': ('by id', 'personas', ('mapping', 'Experience')),
 },
}
