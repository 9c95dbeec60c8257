// Copies what stands in a text field. The field can be copied from without this too.

for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  const name = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    field.select();
    await (navigator.clipboard?.writeText(field.value) ?? document.execCommand("copy"));
    button.textContent = button.dataset.copied;
    setTimeout(() => (button.textContent = name), 3000);
  });
}
