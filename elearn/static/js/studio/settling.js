// Two versions side by side with their merge; the writer chooses what goes on.

export const settleIn = (dialog) => (told, mine) =>
  new Promise((resolve) => {
    const form = dialog.querySelector("form");
    const words = told.conflicts ? dialog.dataset.marked : dialog.dataset.clean;
    form.querySelector("[data-told]").textContent = words.replace("{name}", told.by).replace("{count}", told.conflicts);
    form.elements.merged.value = told.merged;
    form.elements.theirs.value = told.text;
    form.elements.mine.value = mine;
    dialog.returnValue = "";
    const done = () => {
      if (!dialog.returnValue) {
        dialog.showModal(); // Escape chooses nothing, and nothing may be lost.
        return;
      }
      dialog.removeEventListener("close", done);
      resolve(form.elements[dialog.returnValue].value);
    };
    dialog.addEventListener("close", done);
    dialog.showModal();
  });
