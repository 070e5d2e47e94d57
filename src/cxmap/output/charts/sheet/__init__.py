"""Sheets: tables of notes under the stages of a journey, the shared shape of the wall map and the blueprint."""

from __future__ import annotations
