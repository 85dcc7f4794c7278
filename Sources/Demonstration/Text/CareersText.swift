extension CorpusText {
    /// Careers: frank, encouraging, no slogans.
    static let careers = CorpusText(
        name: "careers",
        words: #"""
            slug: careers
            name: Careers & Internships
            about: Applications, interviews, pay, doubts. Alumni read along and answer.
            style: life
            weight: 5
            rule: Say the field and the country, advice differs.
            rule: Unpaid work must say "unpaid" in the title.
            rule: No recruiters in comments.
            rule: Numbers help. Names of interviewers don't.
            space: general | General | Choosing, doubting, deciding.
            space: questions | Questions | Applications and offers.
            space: announcements | Announcements | Fairs and deadlines. | moderators
            space: show | Stories | How it went.
            slot firm: a shipping company | a small software firm | the port authority | a hospital lab | a publishing house | an architecture office | the city library | a bank
            aside: Ask them what the last intern did. If they can't say, that's an answer.
            aside: The careers desk reads your letter for free, ‹weekday› from ‹time›.
            aside: Alumnus here: nobody I work with would care about that gap.
            aside: Negotiate once, politely, in writing.
            aside: Send it. You can improve the next one.

            === question | offers deadline
            ? Offer from ‹firm›, answer by ‹weekday›, but I'm still waiting for another. What do I say?
            ? Two applications, one offer, ‹few› days to decide
            The one I have is fine. The one I'm waiting for is the one I dream about.
            --- 1 *
            Two mails, today.

            To the offer: *"Thank you, I'm glad. May I answer by the end of next week? I'd like to decide properly."* Nine of ten say yes to a week.

            To the dream: *"I have an offer to answer by Friday. You're my first choice; can you tell me when you'll decide?"* That isn't pressure, it's information, and it often moves you up the pile.
            --- > @
            Got the week, and an interview on ‹weekday›. Both mails took less courage than I thought.
            --- 2
            From the other side of the table: we're relieved when people write this. It means they're real.

            === question | cv
            ? What goes into a CV when you've only ever worked in a bakery?
            ? My CV is half a page and most of it is bread
            I'm applying for a summer position in a lab. I've done ‹course›, and three years of early mornings.
            --- 1 *
            Keep the bakery, it's your best line. "Opened the shop alone at 4:30, three years" says reliable, honest with money and awake. Then:

            - courses with *one thing you made* each
            - methods you can really do, not "basic knowledge of"
            - one sentence on why this lab

            Half a page is a good length for a second-year.
            --- > @
            They asked about the bakery in the interview for ten minutes. I start in June.
            --- 2
            Can you bring bread?

            === question | interview
            ? They asked "What's your greatest weakness?" and I said "mornings". How bad is it?
            ? Interview questions you had no answer to
            It was at ‹time› in the morning, too.
            --- 1 *
            It's fine, they laughed or they'll remember you. A good pattern for next time: a *real* one, small, with what you do about it. "I say yes too fast, so now I answer requests the day after."
            --- 2
            I've interviewed about ‹number› people. I only listen for whether it's rehearsed.
            --- > @
            They called. I got it. They start at 10:00.

            === discussion @show | rejection
            ? ‹number› applications, ‹some› interviews, one yes: my numbers
            ? What ‹number› rejections taught me
            | What | How many |
            |---|---|
            | sent | ‹number› |
            | no answer at all | more than half |
            | interviews | ‹some› |
            | yes | 1 |

            What changed things was not the CV. It was writing to *people* instead of portals: three sentences, one specific question, no attachment. Half of them answered.
            --- 1
            Thank you for the "no answer at all" line. I thought it was me.
            --- 2
            How did you find the people?
            --- > @
            Talks on campus, papers, and the alumni list in ‹building›. Say where you found them.

            === discussion | doubt
            ? I finished the internship and I never want to do this for a living
            ? Is it normal to find out that you don't like your own field?
            ‹firm|A lab|An office in the capital›, ten weeks, nice people, good pay, and I watched the clock from day two.
            --- 1
            That's ten weeks well spent, some people need ten years. Was it the *work*, the place or the hours? It's worth knowing which.
            --- > @
            The hours alone in front of a screen, I think. I lit up every time somebody came with a question.
            --- >> 1
            Then look at everything with "support", "field" or "teaching" in it. Same knowledge, other day.
            --- 2
            I left after two years and now do the same thing for a museum. Half the money, twice the daylight.

            === announcement | fair
            ? Careers fair on ‹date›: who's there, and how to use ninety minutes
            ? ‹date›, ‹building›: ‹number› employers and a quiet room
            Doors ‹time›. The map is on the wall from ‹weekday›.

            1. Pick **four**. Nobody can talk to ‹number› people.
            2. Ask what they'd like to have known in their first week.
            3. There's a quiet room behind the stage. Use it.
            --- 1
            Is it for first-years too?
            --- > m
            Very much. It's the only day when nobody expects you to want a job.

            === topic | letters
            ? the first sentence of a cover letter
            "I am writing to apply for" is all I have after an hour.
            --- 1 *
            Start with *them*: one thing they do that you can describe precisely. "Your tide gauges report every minute; I've spent a term cleaning data that reports every hour." Then who you are. Then stop after half a page.
            --- 2
            Read it aloud. Where you're bored, they are too.
            === topic | pay
            ? asking about pay
            They didn't mention it in the interview and I didn't dare to ask.
            --- 1 *
            "Could you tell me the range for this position?" That's the entire sentence, and after the interview is exactly the right moment. The union publishes ranges for interns, so you know what's low.
            --- 2
            If the answer is a long pause, the answer is "low".
            === topic | references
            ? asking for a reference
            I'd like one from a lecturer who may not know my name.
            --- 1 *
            Remind them: which course, which project, your grade, plus two lines they could use. Give them three weeks and a way out: "if you feel you know my work well enough". A tutor who knows you beats a professor who doesn't.
            --- 2
            And tell them how it ended. They hardly ever hear.
            === topic | linkedin
            ? writing to alumni you don't know
            What do I even ask for? It feels like begging.
            --- 1 *
            Ask for fifteen minutes and one specific thing: "How did you get from chemistry to shipping?" Don't ask for a job. People like telling their story; about every second one answers.
            --- 2
            I'm one of those alumni. I always answer the short ones.
            === topic | gap-year
            ? explaining a gap year
            I looked after my grandmother. It's nobody's business, and there's a hole in my CV.
            --- 1 *
            "2024–25: family care" is a complete line. You owe nobody more. If they ask: "That's settled now, and I'm looking forward to working again."
            --- 2
            We see that line often. It has never once been a problem.
            === topic | remote
            ? a remote internship
            Same pay, no rent in the capital, but would I learn anything in my kitchen?
            --- 1 *
            Ask who sits next to you, in the sense of: who answers within ten minutes? If there's a named person and a daily call, it works. If it's "the team", it doesn't. Two weeks on site at the start made all the difference for me.
            --- 2
            Get dressed. Sounds silly. Isn't.
            """#)
}
