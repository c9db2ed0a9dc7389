// What a site is, beside its mark: the facts of the list, as text, and the way to its page.
import { plural } from "./words.js";

export class Popup {
  constructor(map, options) {
    Object.assign(this, { map, options });
    this.kept = new Map();
    this.findMark = () => null;
    this.popup = L.popup({ className: "map-popup", minWidth: 200, maxWidth: 280, autoPanPadding: [12, 12] });
    map.on("popupopen", () => this.nameButton());
    map.getContainer().addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.popup.isOpen()) {
        event.stopPropagation();
        this.close();
      }
    });
  }

  async open(mark) {
    this.mark = mark;
    const body = document.createElement("div");
    body.className = "map-popup__body";
    body.tabIndex = -1;
    body.append(line("map-popup__name", mark.name));
    const note = line("map-popup__note", this.options.words.waiting);
    note.setAttribute("role", "status");
    body.append(note);
    this.popup.setLatLng(mark.at).setContent(body).openOn(this.map);
    body.focus({ preventScroll: true });
    try {
      const facts = await this.facts(mark.id);
      if (this.mark === mark) this.fill(body, facts, mark);
    } catch {
      note.textContent = this.options.words.facts_failed;
    }
  }

  async facts(id) {
    if (!this.kept.has(id)) {
      const address = this.options.facts;
      const joined = address.includes("?") ? "&" : "?";
      const response = await fetch(`${address}${joined}site=${id}`);
      const { sites } = await response.json();
      this.kept.set(id, sites[0]);
    }
    return this.kept.get(id);
  }

  fill(body, facts, mark) {
    const { words, language } = this.options;
    const link = document.createElement("a");
    link.href = facts.url;
    link.textContent = facts.name;
    if (facts.language) link.lang = facts.language;
    const name = line("map-popup__name", "");
    name.append(link);
    const lines = [
      name,
      line("map-popup__line", [facts.kind, facts.is_protected && words.protected].filter(Boolean).join(" · ")),
      line("map-popup__line", `${facts.place}, ${facts.province}`),
      line("map-popup__line", facts.people),
      line("map-popup__note", facts.precision),
    ];
    if (mark.sharing > 1) {
      lines.push(line("map-popup__note", plural(words.shared, mark.sharing, language)));
    }
    const hasFocus = body.contains(document.activeElement);
    body.replaceChildren(...lines.filter((each) => each.textContent));
    this.popup.update();
    if (hasFocus) link.focus({ preventScroll: true });
  }

  close() {
    this.map.closePopup(this.popup);
    (this.findMark(this.mark) ?? this.map.getContainer()).focus({ preventScroll: true });
  }

  // Leaflet's button has an English name, and leaves the focus nowhere.
  nameButton() {
    const button = this.popup.getElement().querySelector(".leaflet-popup-close-button");
    button.setAttribute("aria-label", this.options.words.close);
    button.addEventListener("click", () => this.close());
  }
}

function line(className, text) {
  const element = document.createElement("p");
  element.className = className;
  element.textContent = text;
  return element;
}
