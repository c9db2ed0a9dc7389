"""Reports for staff: what photographs lack, and which pictures cannot be zoomed."""
