// A frame on the picture for the five fields of its crop: with a finger, a mouse or the arrow keys.
// The fields stay the form's own, and remain what is sent.

const LEAST = 10; // per cent of a side that must be left
const STEP = 1;

function fieldsOf(form) {
  return Object.fromEntries(
    ["left", "right", "top", "bottom", "turns"].map((name) => [name, form.elements[name]]),
  );
}

function number(field) {
  return Math.min(90, Math.max(0, Number.parseInt(field.value, 10) || 0));
}

class Cropper {
  constructor(form) {
    this.fields = fieldsOf(form);
    this.box = form.querySelector(".cropper");
    this.picture = form.querySelector(".cropper__picture");
    this.frame = document.createElement("div");
    this.frame.className = "cropper__frame";
    this.handles = ["left", "right", "top", "bottom"].map((side) => this.makeHandle(side));
    this.frame.append(...this.handles);
    this.box.append(this.frame);
    for (const field of Object.values(this.fields)) field.addEventListener("input", () => this.draw());
    this.draw();
  }

  makeHandle(side) {
    const handle = document.createElement("button");
    handle.type = "button";
    handle.className = `cropper__handle cropper__handle--${side}`;
    handle.setAttribute("role", "slider");
    handle.setAttribute("aria-label", this.fields[side].labels[0].textContent.trim());
    handle.setAttribute("aria-valuemin", "0");
    handle.setAttribute("aria-valuemax", "90");
    handle.setAttribute("aria-orientation", side === "left" || side === "right" ? "horizontal" : "vertical");
    handle.addEventListener("keydown", (event) => this.onKey(event, side));
    handle.addEventListener("pointerdown", (event) => this.onPointer(event, side, handle));
    return handle;
  }

  onKey(event, side) {
    const inward = { left: "ArrowRight", right: "ArrowLeft", top: "ArrowDown", bottom: "ArrowUp" }[side];
    const outward = { left: "ArrowLeft", right: "ArrowRight", top: "ArrowUp", bottom: "ArrowDown" }[side];
    const step = event.shiftKey ? 5 * STEP : STEP;
    if (event.key === inward) this.set(side, number(this.fields[side]) + step);
    else if (event.key === outward) this.set(side, number(this.fields[side]) - step);
    else return;
    event.preventDefault();
  }

  onPointer(event, side, handle) {
    handle.setPointerCapture(event.pointerId);
    const move = (moved) => {
      const box = this.picture.getBoundingClientRect();
      const x = ((moved.clientX - box.left) / box.width) * 100;
      const y = ((moved.clientY - box.top) / box.height) * 100;
      this.set(side, { left: x, right: 100 - x, top: y, bottom: 100 - y }[side]);
    };
    handle.addEventListener("pointermove", move);
    handle.addEventListener("lostpointercapture", () => handle.removeEventListener("pointermove", move), { once: true });
  }

  set(side, value) {
    const other = { left: "right", right: "left", top: "bottom", bottom: "top" }[side];
    const most = 100 - LEAST - number(this.fields[other]);
    this.fields[side].value = Math.round(Math.min(most, Math.max(0, value)));
    this.draw();
  }

  draw() {
    // The fields speak of the turned picture; the frame lies on the picture as it came.
    const turned = Number(this.fields.turns.value) !== 0;
    this.frame.hidden = turned;
    this.frame.style.left = `${number(this.fields.left)}%`;
    this.frame.style.right = `${number(this.fields.right)}%`;
    this.frame.style.top = `${number(this.fields.top)}%`;
    this.frame.style.bottom = `${number(this.fields.bottom)}%`;
    this.handles.forEach((handle, index) => {
      const side = ["left", "right", "top", "bottom"][index];
      handle.setAttribute("aria-valuenow", number(this.fields[side]));
    });
  }
}

for (const form of document.querySelectorAll("form[data-cropper]")) new Cropper(form);
