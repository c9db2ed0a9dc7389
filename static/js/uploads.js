// Sends each chosen picture by itself, so that a failed one holds no other up and is tried again alone.
// Without this script the form sends them all together.

const TRIES = 3;
const PAUSE = 2000; // milliseconds before a lost connection is tried again
const LOOK_AGAIN = 3000; // milliseconds

function words(form, name) {
  return form.dataset[name];
}

class Upload {
  constructor(form, list, file) {
    this.form = form;
    this.file = file;
    this.isTaken = false;
    this.isRefused = false;
    this.line = document.createElement("li");
    this.name = document.createElement("span");
    this.name.textContent = file.name;
    this.bar = document.createElement("progress");
    this.bar.max = 1;
    this.bar.value = 0;
    this.bar.setAttribute("aria-label", file.name);
    this.word = document.createElement("span");
    this.line.append(this.name, this.bar, this.word);
    list.append(this.line);
  }

  /** Ends when the file was taken (`isTaken`), or words beside it say why not. */
  async send() {
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const answer = await this.attempt();
      if (answer) {
        this.show(answer);
        return;
      }
      if (attempt < TRIES) {
        this.word.textContent = words(this.form, "again");
        await new Promise((resolve) => setTimeout(resolve, PAUSE * attempt));
      }
    }
    this.word.textContent = words(this.form, "failed");
  }

  attempt() {
    return new Promise((resolve) => {
      const request = new XMLHttpRequest();
      const data = new FormData();
      data.append("csrfmiddlewaretoken", this.form.elements.csrfmiddlewaretoken.value);
      if (this.form.elements.form) data.append("form", this.form.elements.form.value);
      data.append("files", this.file);
      request.open("POST", this.form.dataset.uploads || this.form.action);
      request.setRequestHeader("Accept", "application/json");
      request.responseType = "json";
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) this.bar.value = event.loaded / event.total;
      });
      request.addEventListener("load", () => {
        const isOurs = request.response && Array.isArray(request.response.faults);
        resolve(isOurs ? request.response : request.status >= 500 ? null : { faults: [words(this.form, "failed")] });
      });
      request.addEventListener("error", () => resolve(null));
      request.addEventListener("timeout", () => resolve(null));
      request.send(data);
    });
  }

  show(answer) {
    this.isTaken = answer.faults.length === 0;
    this.isRefused = !this.isTaken;
    this.bar.remove();
    this.word.textContent = answer.faults.join(" ") || words(this.form, "taken");
    this.line.classList.toggle("uploads__line--fault", this.isRefused);
  }

  /** A button that sends it once more, as often as it is lost, and calls `then` afterwards. */
  offerAgain(then) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = words(this.form, "retry");
    this.line.append(button);
    button.addEventListener("click", async () => {
      button.remove();
      await this.send();
      if (!this.isTaken && !this.isRefused) this.offerAgain(then);
      else then();
    });
  }
}

/** Shows what has come; what else was typed into a form goes with it, so that nothing is lost. */
function goOn(form, button) {
  if (form.dataset.uploads) form.requestSubmit(button);
  else window.location.reload();
}

/** Puts the pictures that have come into the list of the page, which keeps all else: what was said
 * of a refused file, and what was typed. */
async function showSent() {
  const list = document.querySelector("[data-sent-pictures]");
  const answer = await fetch(window.location.href).catch(() => null);
  if (!answer || !answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const come = page.querySelector("[data-sent-pictures]"); // none once it was decided on
  for (const item of come ? [...come.children] : []) {
    const shown = document.getElementById(item.id);
    if (!shown) list.append(item);
    else if ("waiting" in shown.dataset) takeOver(shown, item);
  }
  list.hidden = !list.children.length;
  if (list.querySelector("[data-waiting]")) setTimeout(showSent, LOOK_AGAIN);
}

/** A picture that was being read, as it is now; fields in which somebody types stay as they are. */
function takeOver(shown, item) {
  if ("waiting" in item.dataset || shown.contains(document.activeElement)) return;
  if (!shown.querySelector("textarea, input:not([type=hidden])")) {
    shown.replaceWith(item);
    return;
  }
  delete shown.dataset.waiting;
  shown.firstElementChild.replaceWith(item.firstElementChild);
}

async function sendAll(form, input, button) {
  const list = document.createElement("ul");
  list.className = "uploads";
  list.setAttribute("role", "status");
  form.after(list);
  const uploads = [...input.files].map((file) => new Upload(form, list, file));
  input.value = ""; // what is on its way is not sent again by a second press
  input.disabled = true;

  function settle() {
    input.disabled = false;
    if (uploads.every((each) => each.isTaken)) goOn(form, button);
    else if (uploads.some((each) => each.isTaken)) showSent();
  }

  for (const upload of uploads) {
    await upload.send();
    if (!upload.isTaken && !upload.isRefused) upload.offerAgain(settle);
  }
  settle();
}

for (const form of document.querySelectorAll("form[data-uploads]")) {
  form.addEventListener("submit", (event) => {
    const input = form.querySelector("input[type=file]");
    if (input.disabled) event.preventDefault(); // they are on their way already
    if (!input.files.length) return; // the server says what is missing
    event.preventDefault();
    sendAll(form, input, event.submitter);
  });
}

// Whoever chose files and goes on without sending them means to send them: they go first.
for (const link of document.querySelectorAll("a[data-after-uploads]")) {
  link.addEventListener("click", (event) => {
    const form = document.querySelector("form[data-uploads]");
    if (!form || !form.querySelector("input[type=file]").files.length) return;
    event.preventDefault();
    form.requestSubmit();
  });
}

// While a picture is being read the page looks again by itself, unless somebody is choosing files.
const waiting = document.querySelector("[data-look-again]");

function lookAgain() {
  const chosen = document.querySelector("form[data-uploads] input[type=file]");
  const isBusy = document.querySelector(".uploads") || (chosen && chosen.files.length);
  if (!isBusy) window.location.replace(waiting.href);
}

if (waiting) setTimeout(lookAgain, LOOK_AGAIN);
