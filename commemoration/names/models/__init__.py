from commemoration.names.models.forms import NameForm, SurnameSound
from commemoration.names.models.links import PersonLink
from commemoration.names.models.people import NamedPerson

__all__ = ["NameForm", "NamedPerson", "PersonLink", "SurnameSound"]
