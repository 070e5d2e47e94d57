"""Spreadsheets: touchpoints written to CSV and XLSX, and what was typed there read back."""
