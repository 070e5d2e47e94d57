"""Published tables, as data: figures only, each with its source, and what of them is printed and what is computed.

`recalled` tables could not be checked against the paper itself and are marked so; they test the method, not the paper.
"""

from __future__ import annotations

from typing import NamedTuple


class Worked(NamedTuple):
    """A point with its figures, all on 0-10."""

    importance: float
    experience: float
    priority: float
    gap: float
    opportunity: float
    shortfall: float


# Computed by hand; the worked example of the method.
WORKED = {
    "a": Worked(9, 6, 2.7, 3, 12, 3.6),
    "b": Worked(10, 8, 2.0, 2, 12, 2.0),
    "c": Worked(6, 3, 1.8, 3, 9, 4.2),
    "d": Worked(5, 2, 1.5, 3, 8, 4.0),
    "e": Worked(3, 0, 0.9, 3, 6, 3.0),
    "f": Worked(8, 8, 0.0, 0, 8, 1.6),
    "g": Worked(4, 7, 0.0, -3, 4, 1.2),
}


class Need(NamedTuple):
    """One row of a needs assessment on 1-5, as printed."""

    item: int
    importance: float
    importance_sd: float
    performance: float
    performance_sd: float
    difference: float
    difference_sd: float
    t: float
    borich: float
    rank: int
    quadrant: str


# "Interprofessional Educational Needs for Shared Governance of Integrated Care", International Journal of Integrated
# Care, May 2024, doi:10.5334/ijic.7674, table 2, items 1-16. Printed: means and sds of importance and performance, the
# difference with its paired sd and t, the Borich score and its rank among all items, the quadrant of the
# Locus-for-Focus model. The table says N = 210; its t values and its counts by sex (160 + 81) belong to n = 241.
IJIC_N = 241
IJIC = [
    Need(1, 4.22, 0.74, 3.81, 0.84, 0.41, 0.77, 8.15, 1.71, 15, "LH"),
    Need(2, 4.11, 0.80, 3.73, 0.87, 0.38, 0.80, 7.38, 1.57, 17, "LH"),
    Need(3, 4.03, 0.86, 3.68, 0.92, 0.35, 0.84, 6.45, 1.41, 19, "LL"),
    Need(4, 4.20, 0.81, 3.81, 0.88, 0.39, 0.81, 7.55, 1.66, 16, "LH"),
    Need(5, 4.35, 0.77, 3.84, 0.99, 0.51, 0.88, 9.04, 2.22, 6, "HH"),
    Need(6, 4.29, 0.80, 3.83, 0.93, 0.46, 0.78, 9.03, 1.96, 12, "LH"),
    Need(7, 4.19, 0.83, 3.65, 0.99, 0.54, 0.89, 9.41, 2.26, 4, "HL"),
    Need(8, 4.13, 0.88, 3.70, 1.01, 0.43, 0.86, 7.73, 1.76, 14, "LL"),
    Need(9, 4.16, 0.84, 3.65, 0.99, 0.51, 0.85, 9.22, 2.10, 8, "HL"),
    Need(10, 4.14, 0.84, 3.60, 1.01, 0.54, 0.96, 8.71, 2.23, 5, "HL"),
    Need(11, 4.21, 0.84, 3.70, 0.99, 0.51, 0.98, 8.12, 2.15, 7, "HL"),
    Need(12, 4.16, 0.83, 3.66, 0.95, 0.50, 0.85, 9.12, 2.07, 9, "HL"),
    Need(13, 4.24, 0.86, 3.68, 1.04, 0.56, 0.96, 8.94, 2.36, 3, "HL"),
    Need(14, 4.10, 0.88, 3.61, 0.96, 0.50, 0.84, 9.18, 2.04, 11, "HL"),
    Need(15, 4.31, 0.77, 3.74, 1.02, 0.57, 0.93, 9.45, 2.45, 2, "HH"),
    Need(16, 4.25, 0.85, 3.62, 1.09, 0.63, 1.07, 9.19, 2.70, 1, "HL"),
]


class Aspect(NamedTuple):
    """One row of a CQ-index table: importance and experience on 1-4, the quality improvement score on 0-4."""

    importance: float
    improvement: float
    experience: float


# "The consumer quality index (CQ-index) in an accident and emergency department", BMC Health Services Research 2012,
# 12:284, table 2, aspects 1-20 as printed.
CQ_INDEX = [
    Aspect(3.66, 0.20, 3.70),
    Aspect(3.65, 0.30, 3.42),
    Aspect(3.65, 0.23, 3.56),
    Aspect(3.64, 0.32, 3.58),
    Aspect(3.63, 0.10, 3.81),
    Aspect(3.57, 0.10, 3.85),
    Aspect(3.57, 0.21, 3.59),
    Aspect(3.57, 0.10, 3.84),
    Aspect(3.55, 0.52, 3.40),
    Aspect(3.54, 0.59, 3.33),
    Aspect(3.53, 0.12, 3.77),
    Aspect(3.52, 1.05, 2.75),
    Aspect(3.51, 1.58, 2.66),
    Aspect(3.48, 0.36, 3.53),
    Aspect(3.47, 0.11, 3.73),
    Aspect(3.46, 0.81, 3.65),
    Aspect(3.46, 0.28, 3.88),
    Aspect(3.44, 1.13, 3.02),
    Aspect(3.41, 0.53, 3.40),
    Aspect(3.39, 2.40, 1.92),
]


class Attribute(NamedTuple):
    """One attribute of an importance-performance analysis on a scale of 1 to 4."""

    importance: float
    performance: float
    quadrant: str


# RECALLED, not checked: Martilla and James 1977, Journal of Marketing 41(1):77-79, an automobile dealer's service
# department, 14 attributes. Their number, the question and the sample are confirmed; these means and quadrants are
# as remembered by two readers independently, and no copy of the printed table was at hand.
MARTILLA_JAMES_RECALLED = [
    Attribute(3.83, 2.63, "concentrate-here"),
    Attribute(3.63, 2.73, "concentrate-here"),
    Attribute(3.60, 3.15, "keep-up"),
    Attribute(3.56, 3.00, "keep-up"),
    Attribute(3.41, 3.05, "keep-up"),
    Attribute(3.41, 3.29, "keep-up"),
    Attribute(3.38, 3.03, "keep-up"),
    Attribute(3.37, 3.11, "keep-up"),
    Attribute(3.29, 2.00, "concentrate-here"),
    Attribute(3.27, 3.02, "keep-up"),
    Attribute(2.52, 2.25, "low-priority"),
    Attribute(2.43, 2.49, "low-priority"),
    Attribute(2.37, 2.35, "low-priority"),
    Attribute(2.05, 3.33, "possible-overkill"),
]


class Dimension(NamedTuple):
    """One SERVQUAL dimension on 1-5: expectation and perception, the gap (perception less expectation) and its t."""

    expectation: float
    expectation_sd: float
    perception: float
    perception_sd: float
    gap: float
    t: float


# PMC6131925, table 2 (N = 386), as printed. The t of assurance repeats that of the row above it, and its interval
# implies about -7.1: a misprint, so it is left out of checks.
SERVQUAL_N = 386
SERVQUAL = {
    "tangible": Dimension(4.44, 0.44, 4.19, 0.53, -0.25, -9.14),
    "reliable": Dimension(4.49, 0.44, 4.36, 0.51, -0.13, -4.93),
    "responsiveness": Dimension(4.48, 0.46, 4.35, 0.50, -0.13, -4.87),
    "assurance": Dimension(4.50, 0.46, 4.32, 0.49, -0.18, -4.87),
    "empathy": Dimension(4.56, 0.46, 4.40, 0.51, -0.16, -5.65),
}

# Upper critical values of Student's t at 0.025, NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2.
T_975 = {1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 5: 2.571, 8: 2.306, 9: 2.262, 10: 2.228, 15: 2.131, 20: 2.086,
         29: 2.045, 30: 2.042, 40: 2.021, 60: 2.000, 100: 1.984}  # fmt: skip

# Wilson's interval without continuity correction, 95 %: successes, n, lower, upper. Newcombe 1998, Statistics in
# Medicine 17:857-872, table I, to four decimals; as quoted, the paper itself was not at hand.
WILSON = [
    (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605),
    (0, 20, 0.0000, 0.1611),
    (1, 29, 0.0061, 0.1718),
]

# Two samples with R's t.test: statscodes.com, "Welch's two sample t-tests in R": t, df, p (two-sided) and the interval.
WELCH_X = [5.1, 2.0, 4.1, 6.2, 7.1, 8.3]
WELCH_Y = [1.5, 6.4, 3.3, 5.8, 4.8, 7.2, 5.6, 4.5]
WELCH_T, WELCH_DF, WELCH_P, WELCH_INTERVAL = 0.51703, 9.48, 0.617, (-1.935420, 3.093754)

# Holm's adjusted p-values: the documentation of pingouin (`holm`).
HOLM_P = [0.50, 0.003, 0.32, 0.054, 0.0003]
HOLM_ADJUSTED = [0.64, 0.012, 0.64, 0.162, 0.0015]

# A satisfaction index weighted by importance. cyrilsunil76.blogspot.com (2010): weights 7 5 9 3 6, scores 8 4 8 3 4,
# prints 6.01; the exact value is 181/30, as the blog rounds its first product wrongly (9.24 for 9.33).
# askly.me, "Customer Satisfaction Index": 6.3 at 25 %, 5.6 at 35 %, 7.2 at 20 %, 8.2 at 20 %, prints 66.15 of 100.
CSI_BLOG = ([7, 5, 9, 3, 6], [8, 4, 8, 3, 4], 181 / 30)
CSI_ASKLY = ([25, 35, 20, 20], [6.3, 5.6, 7.2, 8.2], 6.615)

# PISA 2018, mathematics, OECD countries: mean and standard error, data of the R package csranks (MIT licence), rounded
# to 4 decimals. What its vignette says of the 95 % sets is beside the tests that check it.
PISA_MATH = {
    "Australia": (491.3600, 1.9398),
    "Austria": (498.9423, 2.9710),
    "Belgium": (508.0703, 2.2627),
    "Canada": (512.0169, 2.3575),
    "Chile": (417.4066, 2.4159),
    "Colombia": (390.9323, 2.9896),
    "Czech Republic": (499.4677, 2.4607),
    "Denmark": (509.3984, 1.7350),
    "Estonia": (523.4146, 1.7436),
    "Finland": (507.3014, 1.9679),
    "France": (495.4076, 2.3202),
    "Germany": (500.0438, 2.6471),
    "Greece": (451.3703, 3.0912),
    "Hungary": (481.0826, 2.3196),
    "Iceland": (495.1874, 1.9531),
    "Ireland": (499.6329, 2.1986),
    "Israel": (463.0345, 3.4986),
    "Italy": (486.5899, 2.7800),
    "Japan": (526.9733, 2.4715),
    "Korea": (525.9330, 3.1214),
    "Latvia": (496.1263, 1.9628),
    "Lithuania": (481.1912, 1.9533),
    "Luxembourg": (483.4215, 1.0976),
    "Mexico": (408.8015, 2.4932),
    "Netherlands": (519.2310, 2.6323),
    "New Zealand": (494.4897, 1.7059),
    "Norway": (500.9638, 2.2190),
    "Poland": (515.6479, 2.6021),
    "Portugal": (492.4874, 2.6846),
    "Slovak Republic": (486.1649, 2.5556),
    "Slovenia": (508.8975, 1.3639),
    "Spain": (481.3926, 1.4624),
    "Sweden": (502.3877, 2.6543),
    "Switzerland": (515.3147, 2.9080),
    "Turkey": (453.5078, 2.2604),
    "United Kingdom": (501.7699, 2.5644),
    "United States": (478.2447, 3.2354),
}
