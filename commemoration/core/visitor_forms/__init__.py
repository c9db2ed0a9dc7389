"""What guards the forms that anybody may send without an account."""
