"""The rules of this house that no linter sees, as Django system checks.

| id | rule |
| --- | --- |
| house.E001 | an app of ours names its label itself |
| house.E002 | `django.contrib.admin` is not installed |
| house.E003 | a record of ours comes into the admin by a view set of ours |
| house.E010 | a template that cannot be read |
| house.E011 | no executable inline script without a nonce |
| house.E012 | no inline style |
| house.E013 | no `on…` handler and no `javascript:` address |
| house.E014 | nothing is fetched from, or sent to, another host |
| house.E015 | nothing is marked safe in a template, but for those in `SAFE_IN_TEMPLATES` |
"""
