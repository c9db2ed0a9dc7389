// A form that was refused is the answer to what was sent: going back to it, or reading it anew, a
// browser would ask to send that again. Its place in the history becomes that of the empty form;
// of a long one only when it is sent again, so that to read it anew loses nothing.
const form = document.querySelector("form[data-refused]");

function becomeEmpty() {
  window.history.replaceState(window.history.state, "", window.location.href);
}

if (form?.querySelector("textarea")) form.addEventListener("submit", becomeEmpty);
else if (form) becomeEmpty();
