extension CorpusText {
    /// Statistics: careful, friendly, allergic to p-values without context.
    static let statistics = CorpusText(
        name: "statistics",
        words: #"""
            slug: statistics
            name: Statistics Clinic
            about: Bring your data, your doubts and your p-values. We don't do homework, we do thinking.
            style: study
            weight: 6
            rule: Say what you measured, on how many, and why.
            rule: Show code or output as text, not as a picture.
            rule: No test without a question.
            rule: Nobody is stupid here, only sample sizes are.
            space: general | General | Ideas, papers, jokes about averages.
            space: questions | Questions | Your data, your doubts.
            space: announcements | Announcements | Clinic hours. | moderators
            space: show | Show and tell | Plots you're proud of.
            slot course: STAT 200 | STAT 200 | STAT 310 | BIOL 130 | PSYC 101
            slot n: 11 | 14 | 18 | 23 | 36 | 48 | 60 | 112
            aside: What's the unit of observation: the plant, the pot or the leaf?
            aside: Plot it before you test it.
            aside: How big would the difference have to be for you to care? Start there.
            aside: Clinic hours are ‹weekday› ‹time› in ‹room›, bring the file.
            aside: `set.seed(1)` and then show us, so that we all see the same.
            aside: Report the interval. The reader can do the rest.

            === question | p-values
            ? p = 0.049 with eleven plants. What would you write in the report?
            ? Eleven plants, p = 0.049. Do I say "significant"?
            Two groups, watered with tap water or with a bit of sea water, height after ‹some› weeks. t-test says p = 0.049. My partner wants to write **significant difference**. It feels thin.
            --- 1 *
            Write the effect and its uncertainty first: "plants with tap water were 4.1 cm taller (95 % interval 0.02 to 8.2 cm, n = 11)". That sentence is honest by itself. p = 0.049 then adds almost nothing; with one plant more or less it could be 0.08.

            Then say what you'd do next: more plants, and decide the number *before*.
            --- > @
            "0.02 to 8.2" makes it very clear how little we know. That's what goes in.
            --- 2
            Also: eleven plants in how many pots? If they share pots, you have fewer than eleven.
            --- > @
            …four pots.
            --- >> 2
            Then you have four. Sorry. It's still a fine report, just say it.
            --- 3
            The difference between significant and not significant is not itself significant. Everyone should write that out once by hand.

            === question | regression r
            ? My R² is 0.93 and my supervisor isn't happy. Why?
            ? R² = 0.93, still wrong?
            ```r
            model <- lm(weight ~ length + length2 + site + date, data = crabs)
            summary(model)$r.squared
            # 0.93
            ```

            n = ‹n›. I thought 0.93 was great.
            --- 1 *
            Count your parameters. If `site` has 9 levels and `date` is a factor with 12, you fit more than twenty numbers to ‹n› crabs. R² never goes down when you add things.

            Try: `summary(model)$adj.r.squared`, a plot of residuals, and predict the crabs of the *last* day from the others. That last number is what your supervisor cares about.
            --- > @
            Date was a factor. Adjusted is 0.61, and predicting the last day: 0.4. I see.
            --- 2
            R² of weight on length³ would be instructive. Crabs are three-dimensional.

            === question | sampling
            ? Is a survey with ‹n› answers from our own corridor worth anything?
            ? ‹n› answers, all from ‹hall›: can I still use my survey?
            Topic: sleep and phones. I asked everyone who lives near me. Deadline on ‹weekday›.
            --- 1 *
            Worth something, if you say what it is: a convenience sample from one corridor. You may describe *them*. You can't say "students". Put that sentence into the methods part, not as an excuse at the end.

            With the time you have, ask ten people in a different building and compare. If they answer alike, that's worth more than ‹n› more from your corridor.
            --- > @
            The other building sleeps an hour less! That's my discussion section.
            --- 2
            They live next to the bus terminal.

            === discussion | teaching
            ? The birthday problem still works on every class
            ? Party tricks with probability that never fail
            23 people, even odds that two share a birthday. I had 31 in the room in ‹month›, bet a round of tea, won on the ninth person.

            What other demonstrations do you know that work **every** time? I've got:

            - Benford with the populations on the course sheet
            - Writing down "random" coin flips: the invented list never has six heads in a row
            - Asking for a number from 1 to 10 (it's 7)
            --- 1
            Let them guess a person's age from a photo and average the guesses. The average beats nearly everyone in the room, and they get quiet.
            --- 2
            Regression to the mean with a dartboard: praise the best, scold the worst, throw again. "Scolding works!"
            --- > 3
            That one changed how I see football managers.

            === question | anova
            ? Repeated measures: which test, and why does everyone say something else?
            ? Same people, ‹few› time points. ANOVA, mixed model or what?
            ‹n› people, measured ‹few› times each. The handout says repeated-measures ANOVA, the internet says mixed model, a friend says Friedman.
            --- 1 *
            All three answer slightly different questions. If nobody is missing and the times are the same for everyone, ANOVA and mixed model nearly agree. As soon as someone missed a session, ANOVA throws that person out and the mixed model doesn't:

            ```r
            library(lme4)
            lmer(score ~ time + (1 | person), data = d)
            ```

            Friedman is for when the scale is only an order.
            --- > @
            Three people missed one session, so mixed model it is. I understood *why* for the first time.

            === question | study-design
            ? We measured ‹n› oysters at three places in two seasons, lost one place to a storm, replaced it by another one nearby, and now every test I try wants balanced groups: is there an honest way to save this, or do we start over?
            ? If half of my participants answered the old questionnaire and the other half the corrected one, and only ‹some› of twelve questions changed, may I put them together, and what do I have to say about it in the report?
            Nothing can be repeated before ‹month›.
            --- 1 *
            Honest and possible. Keep them as what they are: a variable "which place" (or "which version") with its own effect, look whether it matters, and report both the pooled result and the one from the clean part alone. Unbalanced isn't wrong, it's just less precise; a mixed model doesn't mind.

            What you mustn't do is drop the part you don't like *after* seeing the numbers.
            --- > @
            Both results agree, as it turns out. That's a much better sentence than I'd hoped to write.
            --- 2
            Draw the design on paper first: rows places, columns seasons, one cell crossed out. It's half of your methods section.

            === announcement | clinic
            ? Clinic hours in week ‹week›: ‹room› instead of the usual one
            ? Statistics Clinic moves to ‹room› for ‹few› weeks
            **‹weekday› ‹time› to ‹evening›**, ‹room›. Twenty minutes a person. Bring:

            1. your question in one sentence,
            2. the data as a plain text file,
            3. nothing else. Really. No slides.
            --- 1
            Can two people with the same data come together?
            --- > m
            Please do, then we only get it wrong once.

            === discussion @show | plots
            ? I redrew the pie chart from the canteen survey. Twice
            ? Four ways to draw the same ‹n› answers
            Same numbers: pie, stacked bar, dot plot, and a plain table. I asked twelve people which one they'd read the answer from fastest.

            > The table won. I've thought about it for two days.

            With more than six categories the dot plot takes over. The pie came last among everybody *except* the people who had made pies.
            --- 1
            For six numbers a table **is** a graphic.
            --- 2
            Would love to see this with interval bars on the dots.

            === topic | confidence-intervals
            ? what a confidence interval really says
            "There's a 95 % probability that the mean is in there." Marked wrong. But what else does it mean?
            --- 1 *
            The 95 % belongs to the *method*: do this again and again, and 95 of 100 such intervals catch the true value. The one you have either did or didn't. Nobody outside an exam will mind the other reading, but that's why it was marked wrong.
            --- 2
            Simulate 100 of them and draw them on top of each other. The five that miss are worth a lecture.
            === topic | normality
            ? testing for normality before a t-test
            Shapiro says p = 0.03, so I can't use a t-test. Is everything lost?
            --- 1 *
            No. With small samples that test misses everything, with large ones it complains about nothing. Look at a QQ plot; the t-test bears a lot, particularly with similar group sizes. If one value carries the whole result, say so and show both.
            --- 2
            And it's the residuals that should look normal, not the raw data.
            === topic | correlation
            ? correlation and cause, beyond the slogan
            My lecturer writes "not causal" under everything I say. When *may* I say it?
            --- 1 *
            When you decided who gets what (an experiment), or when you can name the other explanations and rule them out one by one. Draw arrows: what could cause both? If you find such a thing and didn't measure it, "is associated with" is the word.
            --- 2
            Ice cream and drowning is the example everyone knows; find one in your own field and you'll never forget it.
            === topic | outliers
            ? removing an outlier
            One value is ten times as large as the others. May I take it out?
            --- 1 *
            If it's impossible (a 3-metre seedling), it's an error: correct it or remove it, and write that down. If it's only unlikely, keep it and report the result with and without. Never decide *after* looking at which one gives the nicer p.
            --- 2
            Look at the notebook first. Mine was a comma.
            === topic | sample-size
            ? choosing a sample size
            "As many as possible" isn't an answer, my supervisor says.
            --- 1 *
            Three numbers: the smallest difference that would matter, how much single values scatter, and how often you're willing to miss it (usually 20 %). Then `power.t.test(delta = 2, sd = 3, power = 0.8)`. The first number is the hard one and only you can know it.
            --- 2
            If the answer is 400 and you can do 40, change the question, not the formula.
            === topic | multiple-testing
            ? correcting for many tests
            I did 20 comparisons and one came out with p = 0.04.
            --- 1 *
            With 20 tests you *expect* one below 0.05 even if nothing is there. Bonferroni: compare with 0.05/20. Gentler: Holm, `p.adjust(p, "holm")`. Best: decide beforehand which one you care about.
            --- 2
            And report all 20. A table of nothing is honest work.
            === topic | bayes
            ? Bayes with a medical test
            Test 99 % accurate, disease 1 in 1,000, result positive. I said 99 %. Apparently it's 9 %?
            --- 1 *
            Think of 100,000 people. 100 are ill, 99 of them test positive. 99,900 aren't, and 1 % of those, 999, test positive too. So 99 of 1,098, that's 9 %. Counting people is easier than multiplying percentages.
            --- 2
            The test didn't get worse; the disease is just rare.
            === topic | r tidy-data
            ? reshaping a table from wide to long
            Each week is a column, and every plot function wants it otherwise.
            --- 1 *
            ```r
            library(tidyr)
            long <- pivot_longer(d, starts_with("week"),
                                 names_to = "week", values_to = "height")
            ```
            One row per measurement. From then on everything is easy.
            --- 2
            Say aloud what *one row* is. If you need the word "and", it's still too wide.
            """#)
}
