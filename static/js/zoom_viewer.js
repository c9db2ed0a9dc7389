// The viewer inside the zoom dialog: OpenSeadragon with our own buttons, keys and words.
import OpenSeadragon from "openseadragon";

const STEP = 1.5; // how much one press magnifies
const PAN = 0.25; // how far one press moves, in parts of what is seen
const GAP = 0.04; // between front and back, in parts of a picture's width

const KEYS = {
  "+": "in",
  "=": "in",
  "-": "out",
  _: "out",
  0: "home",
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

const MOVES = { left: [-1, 0], right: [1, 0], up: [0, -1], down: [0, 1] };

// OpenSeadragon would put a style sheet into the page, which our policy forbids, unless it finds it
// there. An element of that name which is none of HTML says so, and styles nothing.
function keepStyleSheetOut() {
  const mark = document.createElementNS(null, "style");
  mark.setAttribute("data-openseadragon-mobile-css", "");
  document.head.append(mark);
}

export class ZoomViewer {
  // `say` puts words where screen readers hear them.
  constructor(dialog, say) {
    this.dialog = dialog;
    this.say = say;
    this.isCalm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    keepStyleSheetOut();
    this.viewer = OpenSeadragon({
      element: dialog.querySelector("[data-zoom-picture]"),
      drawer: "canvas",
      showNavigationControl: false,
      animationTime: this.isCalm ? 0 : 0.6,
      springStiffness: 8,
      visibilityRatio: 0.6,
      minZoomImageRatio: 0.8,
      maxZoomPixelRatio: 2,
      gestureSettingsMouse: { clickToZoom: false, dblClickToZoom: true },
      loadTilesWithAjax: false,
    });
    this.viewer.addHandler("open", () => this.arrange());
    this.viewer.addHandler("resize", () => this.side === "both" && this.arrange());
    this.viewer.addHandler("animation-finish", () => this.tellLevel());
    this.viewer.addHandler("open-failed", () => this.onFailure());
    this.viewer.addHandler("canvas-key", (event) => (event.preventDefaultAction = true));
    dialog.addEventListener("keydown", (event) => this.onKey(event));
  }

  show() {
    if (!this.side) this.act("front");
  }

  act(action) {
    const { viewport } = this.viewer;
    if (["front", "back", "both"].includes(action)) {
      this.open(action);
    } else if (action in MOVES) {
      const bounds = viewport.getBounds(true);
      const [x, y] = MOVES[action];
      viewport.panBy(new OpenSeadragon.Point(x * PAN * bounds.width, y * PAN * bounds.height), this.isCalm);
      viewport.applyConstraints(this.isCalm);
    } else if (action === "home") {
      viewport.goHome(this.isCalm);
    } else {
      viewport.zoomBy(action === "in" ? STEP : 1 / STEP, undefined, this.isCalm);
      viewport.applyConstraints(this.isCalm);
    }
    if (this.isCalm) this.tellLevel();
  }

  open(side) {
    const { front, back } = this.dialog.dataset;
    this.side = side;
    this.say(this.dialog.dataset.waiting);
    this.viewer.open({ front: [front], back: [back], both: [front, back] }[side]);
    for (const button of this.dialog.querySelectorAll("[aria-pressed]")) {
      button.setAttribute("aria-pressed", String(button.dataset.zoomDo === side));
    }
  }

  // Two sides stand beside each other where the window is wide, else one above the other.
  arrange() {
    const { world, viewport, element } = this.viewer;
    if (world.getItemCount() > 1) {
      const order = element.clientWidth > element.clientHeight ? { rows: 1 } : { columns: 1 };
      world.arrange({ immediately: true, tileSize: 1, tileMargin: GAP, ...order });
    }
    viewport.goHome(true);
    this.tellLevel();
  }

  // "100 %" is one pixel of the picture on one of the page.
  tellLevel() {
    const item = this.viewer.world.getItemAt(0);
    if (!item) return;
    const ratio = item.viewportToImageZoom(this.viewer.viewport.getZoom(true));
    this.say(`${this.dialog.dataset.level} ${Math.round(ratio * 100)} %`);
  }

  // Whoever opens the view again tries again.
  onFailure() {
    this.side = null;
    this.say(this.dialog.dataset.failed);
  }

  onKey(event) {
    const action = KEYS[event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.act(action);
  }
}
