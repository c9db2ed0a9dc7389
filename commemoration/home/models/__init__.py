from commemoration.home.models.pages import HomePage, SectionPage, StandardPage

__all__ = ["HomePage", "SectionPage", "StandardPage"]
