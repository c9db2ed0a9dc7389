// Puts the prepared answer for a reason into its field, unless somebody has written there.
const prepared = document.getElementById("prepared-answers");

if (prepared) {
  const texts = JSON.parse(prepared.textContent);
  for (const group of document.querySelectorAll("[data-answers]")) {
    const own = texts[group.dataset.answers] ?? {};
    const reason = group.querySelector("select");
    const words = group.querySelector("textarea");
    reason.addEventListener("change", () => {
      const written = words.value.trim();
      if (!written || Object.values(own).includes(written)) {
        words.value = own[reason.value] ?? "";
      }
    });
  }
}
