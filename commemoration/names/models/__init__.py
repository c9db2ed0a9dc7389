from commemoration.names.models.former_names import FormerName
from commemoration.names.models.forms import NameForm, SurnameSound
from commemoration.names.models.links import PersonLink
from commemoration.names.models.people import NamedPerson
from commemoration.names.models.slips import CheckedSlip

__all__ = ["CheckedSlip", "FormerName", "NameForm", "NamedPerson", "PersonLink", "SurnameSound"]
