extension CorpusText {
    /// Writing: gentle and exact.
    static let writing = CorpusText(
        name: "writing",
        words: #"""
            slug: writing
            name: Academic Writing
            about: Essays, reports, theses. Sentences looked at together.
            style: life
            weight: 2.5
            rule: At most 200 words for feedback.
            rule: Praise one thing before you mend another.
            rule: Never write it for someone.
            rule: Say the course and the reader.
            space: general | General | Habits and despair.
            space: questions | Questions | Sentences and structure.
            space: announcements | Announcements | Writing desk hours. | moderators
            space: show | Before and after | Paragraphs that got better.
            slot course: ENGL 130 | HIST 240 | PHIL 105 | SOC 115 | LING 110
            aside: Read it aloud. Where you stumble, so does the reader.
            aside: Put the verb earlier.
            aside: What's the *one* sentence you'd keep?
            aside: Writing desk, ‹room›, ‹weekday› ‹time›. Bring it half-finished, that's best.
            aside: Cut the first paragraph. It was scaffolding.

            === question | thesis-statement
            ? Is "this essay will discuss" really forbidden?
            ? My tutor crosses out "In this essay I will". What goes there instead?
            I need to begin *somehow*.
            --- 1 *
            Not forbidden, only empty: it announces an announcement. Say the thing instead.

            > In this essay I will discuss the harbour strike of 1911.

            becomes

            > The harbour strike of 1911 failed because the carters were paid by the day.

            Now I want to read on, if only to disagree.
            --- > @
            I've been circling round my own point for a page. It was the last sentence of the essay!
            --- 2
            It usually is. Move it to the top and see what's left.

            === question | feedback paragraph
            ? 120 words from ‹course›: where do I lose you?
            ? Could you tell me where this paragraph stops making sense?
            > The port expanded rapidly. There were many reasons for this. Trade was increasing, and in addition the railway, which had been built in 1880 and which connected the town to the interior, meant that goods, which had previously been carried by river, could be moved all year.

            It sounds fine to me and that's what worries me.
            --- 1 *
            Nice and concrete at the end ("all year")! I get lost at the second *which*. You have one strong reason and it's buried under clauses:

            > The port grew because the railway of 1880 ran all year, and the river didn't.

            Then trade, in a sentence of its own.
            --- > @
            Forty words became sixteen, and they say more. I'm slightly offended.
            --- 2
            Keep the long version in a drawer. It was how you got to the short one.

            === question | citing
            ? How do you cite something somebody said in a lecture?
            ? Quoting a lecture: allowed, and how?
            The best sentence in my essay is Dr Thorsen's.
            --- 1 *
            As personal communication, in the text only: (M. Thorsen, lecture, ‹date›). Not in the list, because nobody can look it up. Better: ask where it's published, people are glad to be asked.
            --- > @
            She sent me a paper from 2009 and asked what I'm writing about. We talked for half an hour.
            --- 2
            That's how half of my references happened.

            === discussion | routine
            ? How do you write when you don't feel like it?
            ? Twenty-five bad minutes: my whole method
            1. Phone in the drawer.
            2. A kitchen timer that ticks.
            3. *Bad* sentences only. Good ones are for later.
            4. When it rings: stop, also in the middle of a
            5. sentence. That way you know how to begin tomorrow.

            ‹some› weeks now, ‹number› pages, most of them usable.
            --- 1
            Number 4 made me laugh out loud in the silent room.
            --- 2
            I write it as a mail to my sister first. "So, the thing is". Then I delete "so, the thing is".
            --- 3
            The timer that ticks is important. I don't know why either.

            === announcement | desk
            ? Writing desk: hours in week ‹week›, and a quiet Saturday
            ? Write together on ‹day›, ‹time›, ‹room›. Tea, no talking
            Regular hours: **‹weekday› and ‹otherday›, from ‹time›**. Twenty minutes each, bring a page. On ‹day› we all just write; at half past there's a break with biscuits and complaining.
            --- 1
            Is complaining compulsory?
            --- > m
            Encouraged.

            === topic | paragraphs
            ? paragraphs that hold together
            My tutor writes "link?" between all of them.
            --- 1 *
            Cover everything but the *first sentence* of each paragraph. Read those alone: they should tell the story. Where they jump, that's the missing link, and it's often one word: but, so, still.
            --- 2
            Old thing first, new thing last, in every sentence. Then the next begins with the new thing.
            === topic | passive
            ? using the passive on purpose
            I've been told to avoid it and the lab wants nothing else.
            --- 1 *
            Use it when the *thing* matters more than who did it: "The samples were dried at 60 °C." Avoid it when it hides someone: "Mistakes were made." By whom?
            --- 2
            And check whether the lab really wants it. Ours hasn't since about 2010.
            === topic | word-limits
            ? cutting three hundred words
            It's at 2,300, the limit is 2,000, and I love all of them.
            --- 1 *
            Don't shave words, take out a *point*: the weakest paragraph, whole. Then one example where you have two. Then "in order to", "it is important to note that", "very". You're below it before you get to the good parts.
            --- 2
            Save the cuttings in a file called "later". It makes letting go easier.
            === topic | introductions
            ? writing the introduction last
            Everyone says so. But what do I write *towards*?
            --- 1 *
            Towards one line on a sticky note: "I want to show that … because …". Change the note whenever you find out otherwise. When the rest is finished, the note has become your introduction.
            --- 2
            Mine changed four times, and each time I was relieved.
            === topic | hedging
            ? may, might, could and perhaps
            My sentences now apologise for existing.
            --- 1 *
            Hedge once per claim, at the place where the doubt is. "These results suggest" is enough, "may possibly suggest" isn't more careful, only less clear. If you know it, say it.
            --- 2
            Count them. I had eleven on a page.
            """#)
}
