extension CorpusText {
    /// Ways to talk about a topic: each topic of a community is seen through every frame of its style.
    static let frames = #"""
        === study question
        ? Can someone explain ‹name›?
        ? ‹Name›: what am I missing?
        ? Stuck on ‹name›
        ? I thought I understood ‹name›. I don't
        ? Two evenings on ‹name› and still nothing
        ? ‹course›, week ‹week›: ‹name›
        ? Help with ‹name› before ‹weekday›?
        ‹ask›

        === study question
        ? How would you explain ‹name› to somebody who missed the lecture?
        ? Is there a simple way to see ‹name›?
        ? ‹Name›, but in plain words?
        ? What's the trick with ‹name›?
        I missed the session on ‹weekday› and the ‹slides|notes|recording› ‹skip the interesting step|assume you were there|have no sound›.

        ‹ask›

        === study question
        ? Does ‹course› expect us to know ‹name› for the exam?
        ? How deep do we need ‹name› for ‹course›?
        ? ‹Name› came up in the mock exam, who can help?
        In last year's paper there was a question about this, worth ‹some› points. My attempt stops here:

        > ‹ask›

        Is that the right question to ask, and ‹how would you go on|what would a full answer say›?

        === study question
        ? ‹Name›: the book and the lecture disagree
        ? Two sources, two stories about ‹name›
        ? Which version of ‹name› is right?
        The book does it one way, the lecture another, and the tutorial sheet has a third notation.

        ‹ask›

        What would you write in ‹course›?

        === study discussion
        ? What finally made ‹name› click for you?
        ? Your best example for ‹name›?
        ? How were you taught ‹name›?
        ? ‹Name›: collecting good explanations
        I'm preparing ‹a tutorial|a short talk|a study session› about this for ‹course› and I'd like to hear how others got there. For me it was this:

        ‹answer›

        ‹What was it for you?|Where did you first get it?|Which picture do you use?›

        === study discussion
        ? ‹Name›: anyone up for an hour on it, ‹weekday› ‹time›?
        ? Study session on ‹name›, ‹room›?
        ? Looking for two people to go through ‹name› with
        We're ‹few› so far, ‹weekday› ‹time›, ‹room›. The plan is to start from exactly this confusion:

        > ‹ask›

        Bring ‹paper|a pen|an example of your own|snacks›. ‹All levels welcome.|First-years very welcome.|Nobody needs to prepare.›

        === study discussion
        ? I had ‹name› wrong for ‹some› weeks
        ? The mistake everyone makes with ‹name›
        ? Confession about ‹name›
        My question at the time: ‹ask›

        And this is what I'd tell myself now:

        ‹answer›

        Posting it ‹so that somebody else loses fewer evenings|because explaining it is how I check that I've got it|and hoping to be corrected›.

        === study discussion
        ? Worth a place on the ‹course› cheat sheet: ‹name›?
        ? ‹Name› on one index card: what would you write?
        We may bring one hand-written page to the ‹course› exam. My lines for this are:

        ‹answer›

        - too long?
        - ‹would you add an example|is anything missing|would you leave it out and save the room›?

        === study article
        ? My notes on ‹name›, after getting it wrong twice
        ? A page about ‹name› I wish I'd had in week ‹week›
        ? ‹Name›, written down slowly
        ? Notes from the ‹weekday› session: ‹name›
        These are my notes from ‹course›, tidied up. ‹Corrections are welcome.|Tell me where it's unclear.›

        ## The question

        ‹ask›

        ## What I understand now

        ‹answer›

        ## Before you close the page

        1. Say it once **without** looking.
        2. Find the smallest example where it ‹fails|matters|surprises you›.
        3. ‹Explain it to somebody who wasn't there.|Come back in a week and do it again.›

        There's an older thread, ‹ref›, that goes further.

        === life question
        ? ‹Name›: how does it work here?
        ? Does anyone have experience with ‹name›?
        ? ‹Name›? I can't find it on the site
        ? Question about ‹name›
        ? Has anything changed about ‹name› since ‹month›?
        ? New here: ‹name›?
        ? ‹Name›, please help a confused ‹year› person
        ‹ask›

        === life question
        ? Who do I ask about ‹name›?
        ? ‹Name›: what would you do?
        ? Is my understanding of ‹name› right?
        ? ‹Name›: worth it or not?
        ? What should I know about ‹name› before ‹weekday›?
        I've heard three versions from three people, so I'd like to hear it from somebody who did it.

        ‹ask›

        === life discussion
        ? What I learned about ‹name›
        ? ‹Name›: what I'd do differently
        ? A small warning about ‹name›
        ? ‹Name›, for those who start in ‹month›
        I asked about this ‹last term|in ‹month›|a year ago›, so here's what I know now, for the next person:

        ‹answer›

        ‹Add what I forgot.|Yours may differ, say so below.|What's your experience?›

        === life discussion
        ? Tips for ‹name›?
        ? ‹Name›: share what works
        ? Your opinion on ‹name›
        ? Let's collect what we know about ‹name›
        ‹ask›

        I'd like to turn the answers into a short list for ‹newcomers|next year|the wiki in ‹building››, so ‹details and prices help|one tip a comment, please|say when it was›.

        === life discussion
        ? ‹Name›, again
        ? Am I the only one who thinks about ‹name›?
        ? ‹Name›: it got better
        ? Good news about ‹name›
        Went through it ‹yesterday|last week|on ‹weekday››. Short version:

        ‹answer›

        Longer version ‹over coffee at ‹cafe›|when exams are over|if anyone asks›.

        === life article
        ? ‹Name›: everything in one place
        ? The short guide to ‹name›
        ? ‹Name›, step by step
        Put together from older threads (‹ref› is the best of them) and from my own mistakes.

        ### Start here

        ‹ask› That's how most people arrive.

        ### What to do

        ‹answer›

        ### And then

        - write down **who** told you and **when**
        - take a picture of anything you sign
        - come back here and say whether it still holds

        Last checked in ‹month›.

        === market question
        ? Is ‹name› worth buying for ‹course›?
        ? Which edition of ‹name› do I need?
        ? Has anyone got ‹name› to lend until ‹weekday›?
        ? ‹Name›: used copies, what's a fair price?
        ‹ask›

        === market discussion
        ? Selling ‹name›, ‹price›
        ? For sale: ‹name›, ‹some›/10 condition, ‹price›
        ? Wanted: ‹name›, up to ‹price›
        ? Swap: ‹name› for anything on the ‹course› list
        ? Giving away ‹name› (pick up in ‹hall›)
        - **Condition:** ‹like new|pencil marks in chapter ‹some›|coffee on the cover, clean inside|well loved|spine taped, all pages there›
        - **Price:** ‹price› ‹fixed|or near|or a good trade|, less if you come today›
        - **Where:** ‹hall› or ‹building›, ‹weekday› after ‹time›

        **Why you'd want it.** ‹answer›

        === market article
        ? How I got all books for ‹course› under ‹price›
        ? A buyer's note on ‹name›
        ‹ask›

        ‹answer›

        Rule of thumb: **never** buy before the first lecture, *always* check the library first, and ask here before paying full price.

        === any announcement
        ? ‹Name›: open session ‹weekday› ‹time›, ‹room›
        ? ‹weekday› ‹evening›: everything about ‹name›, ‹room›
        ? Reminder: questions about ‹name› go here until ‹weekday›
        ? Week ‹week› is about ‹name›
        On **‹weekday› at ‹time›** in ‹room› we talk about ‹name›. No sign-up, come when you can.

        What we start with:

        > ‹ask›

        Can't come? Put your question below and ‹someone› or one of us will bring it along. Notes go up by ‹otherday›.
        """#
}
