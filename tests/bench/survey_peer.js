// SurveyJS on the questionnaire of a file: told a line, it answers so many questions, one a page, and writes seconds an answer.
const fs = require("node:fs");
const readline = require("node:readline");
const { createRequire } = require("node:module");
const { Model } = createRequire(process.cwd() + "/")("survey-core");

const { form, answers, most } = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
readline.createInterface({ input: process.stdin }).on("line", () => {
    const survey = new Model(form);
    const cpu = process.cpuUsage();
    const began = process.hrtime.bigint();
    let given = 0;
    while (given < most && survey.state === "running") {
        const question = survey.currentPage.questions.find((each) => each.isVisible);
        survey.setValue(question.name, answers[question.name]);
        given += 1;
        if (survey.isLastPage || !survey.nextPage()) break;
    }
    const wall = Number(process.hrtime.bigint() - began) / 1e9;
    const used = process.cpuUsage(cpu);
    console.log(JSON.stringify({ wall: wall / given, cpu: (used.user + used.system) / 1e6 / given, given }));
});
