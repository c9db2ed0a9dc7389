import pytest

from commemoration.core.checks import templates
from commemoration.core.checks.templates import errors_of_templates

BAD = {
    "house.E011": [
        "<script>alert(1)</script>",
        '<script type="module">import "x"</script>',
        '<script nonce="">alert(1)</script>',
        '<SCRIPT type="text/javascript" defer>1</SCRIPT>',
    ],
    "house.E012": [
        '<p style="color: red">a</p>',
        "<style>p { color: red }</style>",
        '<p {% if a %}style="margin: 0"{% endif %}>a</p>',
    ],
    "house.E013": [
        '<button onclick="go()">a</button>',
        '<img src="a.png" alt="" onerror="go()">',
        '<a href="javascript:go()">a</a>',
    ],
    "house.E014": [
        '<img src="https://example.org/a.png" alt="">',
        '<img src="//example.org/a.png" alt="">',
        '<img srcset="/a.png 1x, https://example.org/a.png 2x" alt="">',
        '<link rel="stylesheet" href="https://example.org/a.css">',
        '<link rel="preload alternate" href="https://example.org/a.css">',
        '<script src="https://example.org/a.js"></script>',
        '<form action="http://example.org/" method="post"></form>',
        '<button formaction="https://example.org/">a</button>',
        '<iframe src="https://{{ host }}/embed"></iframe>',
        '<svg><use href="https://example.org/icons.svg#a"/></svg>',
    ],
    "house.E015": [
        "<p>{{ text|safe }}</p>",
        "<p>{{ texts|safeseq|join:', ' }}</p>",
        "{% autoescape off %}{{ text }}{% endautoescape %}",
    ],
}
GOOD = [
    '<script src="{% static "site.js" %}" defer></script>',
    '<script nonce="{{ request.csp_nonce }}">start()</script>',
    '<script type="application/json">{"a": 1}</script>',
    '<script type="application/ld+json">{"a": 1}</script>',
    '<a href="https://example.org/">a</a>',
    '<link rel="canonical" href="https://example.org/">',
    '<link rel="stylesheet" href="{% static "site.css" %}">',
    '<img src="{{ picture.src }}" alt="{{ text|default:"a" }}">',
    '<form action="{% url "search" %}" data-once="true"></form>',
    '{# <p style="color: red" onclick="go()">{{ text|safe }}</p> #}',
    "{% comment %}<script>1</script>{% endcomment %}",
    '<p class="safe">{{ text|safely }}</p>',
]


def check(tmp_path, source):
    path = tmp_path / "page.html"
    path.write_text(source, encoding="utf-8")
    return errors_of_templates([path])


@pytest.mark.parametrize(
    ("rule", "source"), [(rule, source) for rule, sources in BAD.items() for source in sources]
)
def test_bad_template_is_an_error(tmp_path, rule, source):
    assert [error.id for error in check(tmp_path, source)] == [rule]


@pytest.mark.parametrize("source", GOOD)
def test_good_template_is_no_error(tmp_path, source):
    assert check(tmp_path, source) == []


def test_error_names_file_and_line(tmp_path):
    source = '<p>\n{% if a\n%}\n</p>\n<p style="a">{# x #}</p>'

    (error,) = check(tmp_path, source)

    assert error.msg == "page.html:5: <p> carries an inline style."


def test_listed_template_may_switch_escaping_off_but_nothing_else(tmp_path, monkeypatch):
    monkeypatch.setitem(templates.SAFE_IN_TEMPLATES, "page.html", "its text is our own")

    errors = check(tmp_path, '<p onclick="go()">{{ text|safe }}</p>')

    assert [error.id for error in errors] == ["house.E013"]


def test_template_that_is_not_utf_8_is_an_error(tmp_path):
    path = tmp_path / "page.html"
    path.write_bytes(b"<p>\xe9</p>")

    assert [error.id for error in errors_of_templates([path])] == ["house.E010"]
