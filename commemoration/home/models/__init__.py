from commemoration.home.models.home import HomePage
from commemoration.home.models.section import SectionPage
from commemoration.home.models.standard import StandardPage

__all__ = ["HomePage", "SectionPage", "StandardPage"]
