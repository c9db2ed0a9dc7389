// Looking closely at a photograph: a dialog over the page, whose viewer is fetched when it is opened.
// Without this script the link to the largest picture stands in its place.
const dialog = document.querySelector("[data-zoom]");

if (dialog) {
  const opener = document.querySelector("[data-zoom-open]");
  const status = dialog.querySelector("[data-zoom-status]");
  let viewer = null;

  async function show() {
    if (!dialog.dataset.front) return; // a content warning covers the picture
    if (!viewer) {
      status.textContent = dialog.dataset.waiting;
      const { ZoomViewer } = await import(dialog.dataset.viewer);
      // Opened a second time while it was fetched: there is one already.
      viewer ??= new ZoomViewer(dialog, (text) => (status.textContent = text));
    }
    viewer.show();
  }

  opener.hidden = false;
  function open() {
    dialog.showModal();
    show().catch(() => (status.textContent = dialog.dataset.failed));
  }

  opener.addEventListener("click", open);
  // Who chose to see the picture in the close view comes back to it.
  if (location.hash === "#closely" && dialog.dataset.front) open();
  dialog.addEventListener("click", (event) => {
    const action = event.target.closest("[data-zoom-do]")?.dataset.zoomDo;
    if (action === "close") dialog.close();
    else if (action) viewer?.act(action);
  });
}
