// A Questionnaire through the independent renderer lforms and back. Called with: lforms' folder, the file to read, the file to write.
"use strict";
const fs = require("fs");
const path = require("path");
const vm = require("vm");
const [folder, source, target] = process.argv.slice(2);
const { JSDOM } = require(path.join(folder, "..", "node_modules", "jsdom"));

const page = new JSDOM("<!doctype html><body></body>", { runScripts: "outside-only", url: "http://localhost/" });
page.window.matchMedia = () => ({ matches: false, addListener() {}, removeListener() {}, addEventListener() {}, removeEventListener() {} });
page.window.fetch = () => Promise.reject(new Error("no network"));
// The web component wants zone.js to draw itself; nothing is drawn here.
const isOfDrawing = (fault) => /NG0908/.test(String(fault && fault.message));
process.on("unhandledRejection", (fault) => { if (!isOfDrawing(fault)) throw fault; });
process.on("uncaughtException", (fault) => { if (!isOfDrawing(fault)) { console.error(fault); process.exit(3); } });

const context = page.getInternalVMContext();
for (const file of ["webcomponent/lhc-forms.js", "fhir/R4/lformsFHIR.min.js"]) {
  vm.runInContext(fs.readFileSync(path.join(folder, "dist", "lforms", file), "utf8"), context);
}
const { LForms } = page.window;
const form = LForms.Util.convertFHIRQuestionnaireToLForms(JSON.parse(fs.readFileSync(source, "utf8")), "R4");
fs.writeFileSync(target, JSON.stringify(LForms.FHIR.R4.SDC.convertLFormsToQuestionnaire(new LForms.LFormsData(form))));
process.exit(0);
