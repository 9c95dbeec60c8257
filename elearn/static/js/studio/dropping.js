// Files that are dropped: pictures stand where they are dropped; of anything else it is said where it goes.

import { othersIn, picturesIn } from "./pictures.js";

const hasFiles = ({ dataTransfer }) => Boolean(dataTransfer?.types.includes("Files"));

export const startDropping = (field, openPictures, told) => {
  field.area.addEventListener("dragover", (event) => hasFiles(event) && event.preventDefault());
  field.area.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    const { files } = event.dataTransfer;
    const pictures = picturesIn(files);
    told.textContent = othersIn(files).length ? told.dataset.onlyPictures : "";
    if (!pictures.length) return;
    field.goToPoint(event.clientX, event.clientY);
    openPictures(pictures);
  });
};
