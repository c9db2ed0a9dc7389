"""Veterans who live or lived in Belgium, and the medals presented to them."""
