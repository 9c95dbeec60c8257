"use strict";
/* What the player says, in both languages. `say(name, values)` gives a text in the language chosen. */

const TEXTS = {
  skip: ["Langsung ke isi", "Skip to content"],
  start: ["Mulai", "Start"],
  goOn: ["Lanjutkan", "Continue"],
  finish: ["Selesai, lanjut", "Done, go on"],
  finished: ["Sudah selesai", "Completed"],
  next: ["Berikutnya: {title}", "Next: {title}"],
  before: ["Sebelumnya: {title}", "Previous: {title}"],
  outline: ["Daftar isi", "Contents"],
  minutes: ["{count} menit", "{count} min"],
  quiz: ["Kuis", "Quiz"],
  optional: ["tidak wajib", "optional"],
  progress: ["{done} dari {all} bagian wajib selesai", "{done} of {all} required parts completed"],
  courseDone: ["Pelatihan ini sudah Anda selesaikan.", "You have completed this course."],
  noPlatform: [
    "Pelatihan ini dibuka di luar platform belajar, jadi kemajuan Anda tidak dicatat.",
    "This course was opened outside of a learning platform, so your progress is not recorded.",
  ],
  notSaved: [
    "Platform belajar belum mencatat kemajuan Anda. Periksa koneksi; kami mencoba lagi sendiri.",
    "The learning platform has not recorded your progress yet. Check your connection; we go on trying.",
  ],
  tooMuch: [
    "Jawaban ini terlalu panjang untuk dicatat sebelum dikirim. Selesaikan kuis ini dalam sekali duduk.",
    "These answers are too long to be kept before they are sent. Finish this quiz in one sitting.",
  ],
  practice: ["Latihan", "Practice"],
  check: ["Periksa jawaban", "Check answer"],
  checkAgain: ["Periksa lagi", "Check again"],
  empty: ["Jawabannya masih kosong. Isi dulu, lalu periksa.", "There is no answer yet. Answer first, then check."],
  right: ["Benar", "Right"],
  partly: ["Sebagian sudah benar", "Partly right"],
  wrong: ["Belum tepat", "Not yet right"],
  yoursRight: ["Pilihan Anda, benar", "Your choice, right"],
  yoursWrong: ["Pilihan Anda, belum tepat", "Your choice, not right"],
  theRight: ["Jawaban yang benar", "The right answer"],
  explanation: ["Pembahasan", "Explanation"],
  question: ["Soal {number}", "Question {number}"],
  points: ["{count} poin", "{count} points"],
  several: ["Boleh pilih lebih dari satu.", "You may choose more than one."],
  answer: ["Jawaban Anda", "Your answer"],
  accepted: ["Jawaban yang diterima: {texts}", "Accepted answers: {texts}"],
  or: [" atau ", " or "],
  range: ["{low} sampai {high}", "{low} to {high}"],
  choosePair: ["Pilih pasangannya", "Choose its partner"],
  itsPair: ["Pasangannya: {text}", "Its partner: {text}"],
  orderHint: ["Pindahkan baris dengan tombol naik dan turun.", "Move the lines with the up and down buttons."],
  up: ["Naikkan: {text}", "Move up: {text}"],
  down: ["Turunkan: {text}", "Move down: {text}"],
  moved: ["{text}: sekarang urutan {place}.", "{text}: now at place {place}."],
  rightOrder: ["Urutan yang benar", "The right order"],
  fillIn: ["Lengkapi bagian yang kosong.", "Fill in the blanks."],
  blank: ["Isian {number} dari {count}", "Blank {number} of {count}"],
  blankIs: ["jawabannya: {text}", "the answer: {text}"],
  questions: ["{count} soal", "{count} questions"],
  passingScore: ["Lulus dengan nilai {percent} atau lebih", "Pass with a score of {percent} or more"],
  timeLimit: ["Waktu: {count} menit", "Time: {count} minutes"],
  attemptsLeft: ["Kesempatan tersisa: {count}", "Attempts left: {count}"],
  noneLeft: ["Semua kesempatan sudah dipakai.", "All attempts are used."],
  waitUntil: ["Anda dapat mencoba lagi pukul {time}.", "You can try again at {time}."],
  best: ["Nilai terbaik Anda: {percent}", "Your best score: {percent}"],
  begin: ["Mulai kuis", "Begin the quiz"],
  again: ["Coba lagi", "Try again"],
  send: ["Kirim jawaban", "Send answers"],
  sendAnyway: ["Tetap kirim", "Send anyway"],
  unanswered: [
    "{count} soal belum lengkap dijawab. Lengkapi, atau kirim seperti ini.",
    "{count} questions are not fully answered. Answer them, or send as it is.",
  ],
  timeLeft: ["Sisa waktu {time}", "{time} left"],
  timeOver: ["Waktu habis. Jawaban Anda dikirim apa adanya.", "Time is over. Your answers were sent as they were."],
  score: ["Nilai Anda: {percent}", "Your score: {percent}"],
  passed: ["Anda lulus.", "You have passed."],
  failed: ["Belum lulus. Nilai minimal {percent}.", "Not passed yet. You need {percent}."],
  answersLater: ["Jawaban yang benar ditampilkan setelah Anda lulus.", "The right answers are shown once you pass."],
  yourAnswers: ["Jawaban Anda satu per satu", "Your answers one by one"],
};

const LANGUAGES = ["id", "en"];
let language = "id";

function say(name, values = {}) {
  const text = TEXTS[name][LANGUAGES.indexOf(language)];
  return text.replace(/\{(\w+)\}/g, (_, key) => String(values[key]));
}
