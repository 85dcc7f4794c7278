extension CorpusText {
    /// Choosing courses: weighing, fair to lecturers.
    static let courseChoices = CorpusText(
        name: "courseChoices",
        words: #"""
            slug: course-choices
            name: Course Choices
            about: Which course, which year, which rule. Experience, not rumours.
            style: life
            university: 0
            weight: 7
            rule: Write about courses, not about people.
            rule: Say which year your experience is from.
            rule: No exam questions, old or new.
            rule: The handbook decides. Quote the paragraph if you have it.
            space: general | General | Comparing notes.
            space: questions | Questions | Rules and choices.
            space: announcements | Announcements | Registration and deadlines. | moderators
            space: show | Reviews | Longer reviews of courses.
            slot other: PSYC 101 | SOC 115 | GEOG 210 | ART 180 | LAW 120 | MUS 150 | CS 245 | STAT 310 | CHEM 231 | ENG 220
            aside: Ask the coordinator by mail, then you have it in writing.
            aside: I took it in ‹month›, the workload was fine until week ‹week›.
            aside: Sit in for the first two weeks, nobody minds.
            aside: The handbook of *your* starting year counts, not the current one.
            aside: Look at the assessment before the title.

            === question | requirements
            ? Does LING 110 count as a science elective under the 2024 rules?
            ? LING 110: science elective or not?
            The old handbook lists it, the new one lists "LING 110L", which doesn't exist. I started under the 2024 rules and I need one more science elective to graduate.
            --- 1 *
            Yes, if you started before fall 2025. The transition table on page 61 says "110L = 110 with the lab report". Tell the department that you want to do the lab report, it's one extra page.
            --- > @
            Page 61! I got a mail back in an hour: confirmed, one page.
            --- 2
            Save that mail as a PDF. When you apply for graduation a different person looks.
            --- 3
            Same for GEOG 210, by the way.

            === question | workload
            ? Is ‹course› together with ‹other› in one term survivable?
            ? ‹course› plus ‹other›: brave or stupid?
            Both have weekly hand-ins, both on ‹weekday›. I also work ten hours a week.
            --- 1 *
            I did it. The hand-ins are fine, the *projects* both land in weeks 8 to 10. Survivable if you choose the project topic early and start in week 5. With a job I'd move ‹other› to spring, it's the same course then and half as full.
            --- 2
            Without the job: yes. With it: your week has 30 hours of class work and 10 of work, and none of sleeping in.
            --- > @
            Moved ‹other› to spring. I can feel my shoulders again.

            === discussion @show | review
            ? ‹course›: an honest review after a whole term
            ? What I'd have liked to know before ‹course›
            **In one line:** hard in the middle, worth it at the end.

            ### Good
            - The tutorials. Small, and you're allowed to be wrong.
            - Old problem sets with solutions from week 2.

            ### Less good
            - Weeks 5 to 7 assume a lot of ‹other›.
            - The forum of the course is asleep. This place isn't.

            ### Time
            About ‹some› hours a week beside class, twice that in week ‹week›.

            Grade had *no* influence on this review, I wrote it before I knew.
            --- 1
            Would you take it without ‹other›?
            --- > @
            Yes, with an evening of reading before week 5. The first two chapters are enough.
            --- 2
            Agree about the tutorials. Ours argued for an hour about one line, best hour of the term.

            === question | dropping
            ? Until when can I drop ‹course› without it showing up anywhere?
            ? Dropping ‹course› in week ‹week›: does it stay on my record?
            I'm not failing. I just can't do five courses and sleep.
            --- 1 *
            Until the Friday of week 4 it vanishes. From week 5 to week 9 there's a "W", which is *not* a grade and nobody has ever asked me about mine. After that you need a reason and a form.
            --- 2
            Check your loan first: below three courses it changes.
            --- > @
            Three are left, so that's fine. Dropped it. I slept nine hours.

            === question | prerequisites
            ? Can I take ‹other› without the prerequisite?
            ? Waiver for the ‹other› prerequisite, how likely?
            I did something similar at another university, but the portal says no with a red cross.
            --- 1 *
            The red cross only means "ask a human". Write to the lecturer with (1) the old syllabus, (2) your grade, (3) one sentence why now. Then forward their yes to the registrar. About four in five I know of were accepted.
            --- 2
            Don't send the whole 90-page handbook of your old place. One page.
            --- > @
            Two days, one page, accepted.

            === gathering | one-line
            ? One-line reviews: a course and a sentence, nothing else
            ? Describe a course in ten words, week ‹week›
            No names of people. Mine: *CS 161: everything is a tree, including your evenings.*
            --- 1
            ‹PSYC 101|SOC 115|GEOG 210|ART 180|LAW 120|MUS 150|CS 245|STAT 310|CHEM 231|ENG 220|HIST 240|LING 110|ECON 102|PHYS 101|BIOL 130›: ‹come for the credits, stay for the field trip|more reading than promised, worth it|the tutorials are where it happens|maths in a nice coat|you'll see it everywhere afterwards|bring a raincoat|the book is better than the slides|weeks one to four are a lie|hard, fair, early in the morning|I changed my minor because of it›.
            --- 1
            ‹Any evening course|The block course in reading week|Whatever is taught in the Observatory|A course outside your faculty›: ‹take it|once in your life|with snacks|with a friend|for the view›.
            --- > 2
            ‹True.|Harsh but fair.|In which term?|I had it with another tutor and loved it.|Is the exam open-book?› ‹Thanks!|Noted.|Taking it anyway.›
            --- > 2
            ‹The new version is better.|It has a lab since ‹month›.|Sit at the window.|Do the optional exercises, they're in the exam.›

            === announcement | registration
            ? Registration for next term opens on ‹date›, 10:00
            ? Course registration: what's new from ‹date›
            - It is **not** first come, first served until the Friday. Take your time.
            - New this time: waiting lists show your place in the queue.
            - Section changes stay possible until the end of week 2.

            The advising desk in ‹building› is open every ‹weekday› from ‹time›.
            --- 1
            Does the waiting list carry over if I change section?
            --- > m
            No, you start at the end. Change first, then queue.
            --- 2
            Seeing my place in the queue: finally!

            === topic | electives
            ? a free elective outside your faculty
            I've room for one course that's only for fun. Everything I like clashes with ‹course›.
            --- 1 *
            Look at the evening block: ART 180, MUS 150 and the language courses are after 18:00. Block courses in reading week don't clash with anything either.
            --- 2
            I took Harbours and Empires as a chemist and still think about it.
            === topic | credits
            ? transferring credits from another university
            They gave me 4 credits for a course that had 6. Can I complain?
            --- 1 *
            You can ask for a review, once, within a month. Bring the hours, not the content: they compare contact hours. Mine went from 4 to 5.5 because the lab hadn't been counted.
            --- 2
            Ask for it as an elective if they refuse. Nobody counts hours there.
            === topic | minors
            ? adding a minor in the third year
            Is it too late? I've three terms left and like ‹other› more than my own subject.
            --- 1 *
            Possible if at least two of your electives already count. The table in ‹building› (yes, on paper) shows overlaps. Three terms are enough for five courses if you don't go abroad.
            --- 2
            And if you like it more: ask what changing would cost. Sometimes it's one term.
            === topic | grading
            ? pass or fail instead of a grade
            What happens to my average if I take ‹other› as pass/fail?
            --- 1 *
            It isn't counted at all, neither up nor down. You can do it for two electives in total, never for a requirement, and you have to choose by week 4. Some master's programmes count pass as the lowest grade, so look where you want to go.
            --- 2
            Use it for the course you're curious about and afraid of. That's what it's for.
            === topic | overload
            ? taking six courses in one term
            The portal stops me at five.
            --- 1 *
            There's an overload form, signed by an adviser. With an average above B it's a formality. Before that: look at the exam dates of all six, the portal doesn't.
            --- 2
            I did it once. I remember four of them.
            === topic | repeating
            ? repeating a course you failed
            Does the old grade stay? Do I have to do the labs again?
            --- 1 *
            Both attempts are listed, only the better one counts. Labs are kept for a year if you passed them, say so in the first week or you'll be put into a group.
            --- 2
            Go to a different tutor the second time. It's another course.
            """#)
}
