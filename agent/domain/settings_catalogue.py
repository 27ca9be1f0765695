"""The rows of the settings table that are about the catalogue; see ``settings_table``. Plain data."""

from typing import Any

ROWS: tuple[dict[str, Any], ...] = (
    {"name": "catalogue.enabled", "type": "yes/no", "default": "no",
     "help": "Whether stock codes and their prices are written to Stripe as products and prices; the key needs the "
     "rights to write products and prices then."},
    {"name": "catalogue.price_codes", "type": "table", "default": "{}",
     "help": 'Stripe currency -> SYSPRO price code, such as {"usd": "A"}; the first one is the default price of a '
     "product. Empty writes products without prices."},
    {"name": "catalogue.zero_price", "type": "choice", "default": "leave_out", "choices": ("leave_out", "free"),
     "help": "What a price of 0 means: no price, or free of charge."},
    {"name": "catalogue.product_classes", "type": "list", "default": "",
     "help": "Product classes whose stock codes are sold; empty sells all."},
    {"name": "catalogue.warehouses", "type": "list", "default": "",
     "help": "Warehouses that count: only what one of them stocks is sold, and their quantities are added up; empty "
     "counts all and asks for none."},
    {"name": "catalogue.on_hold", "type": "choice", "default": "leave_out", "choices": ("leave_out", "sell"),
     "help": "What becomes of stock codes that are on hold, in full or for sales."},
    {"name": "catalogue.kits", "type": "choice", "default": "leave_out", "choices": ("leave_out", "sell"),
     "help": "What becomes of kits: stock codes whose kit type is set and not N."},
    {"name": "catalogue.custom_field", "type": "text", "default": "",
     "help": "Custom form field of the stock code (column of InvMaster+) that says whether it is sold."},
    {"name": "catalogue.custom_values", "type": "list", "default": "",
     "help": "Values of that field with which a stock code is sold; empty takes any that is filled in."},
    {"name": "catalogue.only", "type": "text", "default": "",
     "help": 'Further condition in CEL, such as product_class != "SPARE" && custom.WEB == "Y"; empty for none. Names: '
     "stock_code, description, long_description, unit, product_class, tax_code, list_price_code, price_category, "
     "warehouse, warehouses, kit_type, user_field1, on_hold, custom."},
    {"name": "catalogue.name", "type": "choice", "default": "description",
     "choices": ("description", "long_description", "stock_code"),
     "help": "What a product is called; the next of these where it is empty."},
    {"name": "catalogue.description", "type": "choice", "default": "long_description",
     "choices": ("long_description", "description", "none"), "help": "What is said about a product beside its name."},
    {"name": "catalogue.tax_codes", "type": "table", "default": "{}",
     "help": 'SYSPRO tax code -> Stripe tax code (txcd_...); "*" stands for every other one. Empty leaves Stripe\'s '
     "default."},
    {"name": "catalogue.unit_label", "type": "yes/no", "default": "yes",
     "help": "Whether a product's unit label in Stripe is the stocking unit."},
    {"name": "catalogue.available", "type": "text", "default": "",
     "help": "Available quantity in a product's metadata, such as on_hand - allocated - allocated_to_jobs; every "
     "change costs a call. Empty writes none. Names: on_hand, allocated, allocated_to_jobs, on_order, on_back_order, "
     "in_transit, in_inspection, dispatched, minimum, safety_stock."},
    {"name": "catalogue.conflicts", "type": "choice", "default": "syspro", "choices": ("syspro", "stripe", "ask"),
     "help": "Who wins where somebody changed a product in Stripe: SYSPRO, Stripe, or a person is asked."},
    {"name": "catalogue.every_s", "type": "integer", "default": "300", "unit": "seconds", "least": 30, "most": 86400,
     "help": "Pause between two looks for stock codes and prices that changed."},
    {"name": "catalogue.sweep_every_s", "type": "integer", "default": "86400", "unit": "seconds", "least": 300,
     "most": 2592000, "help": "Pause between two readings of all stock codes, which notice what was deleted."},
    {"name": "catalogue.check_every_s", "type": "integer", "default": "604800", "unit": "seconds", "least": 0,
     "most": 31536000,
     "help": "Pause between two looks at all products in Stripe for what people changed there; each costs one read for "
     "100 products and one for 100 active prices. 0 never looks."},
    {"name": "catalogue.most_gone", "type": "integer", "default": "25", "unit": "per cent", "least": 0, "most": 100,
     "help": "Most of the sold stock codes that may go out of sale at once, whether their rows or prices are missing "
     "in SYSPRO or a rule leaves them out; where more would, none is, until `catalogue run --take-out` says so."},
    {"name": "catalogue.batch", "type": "integer", "default": "50", "unit": "stock codes", "least": 1, "most": 100,
     "help": "Most stock codes that are written to Stripe in one round."},
)  # fmt: skip
