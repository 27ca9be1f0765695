"""Models between the service and the widgets: lists for tables, and records as people read them."""
