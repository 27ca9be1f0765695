"""Reports for a bookkeeper: HTML and PDF to read and keep, CSV and XLSX for a spreadsheet.

Rendering is neither domain nor connector: it turns read models into bytes and touches nothing else. May import
``agent.domain`` and its libraries: Jinja for HTML, ReportLab for PDF and pictures, openpyxl for XLSX.
"""

from agent.reporting.formats import Format, render
from agent.reporting.month import month_report
from agent.reporting.payout import payout_report
from agent.reporting.trail import trail_report

__all__ = ["Format", "month_report", "payout_report", "render", "trail_report"]
