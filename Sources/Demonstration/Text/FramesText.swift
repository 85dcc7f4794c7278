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
        ‹I missed the session on ‹weekday› and the ‹slides|notes› ‹skip the interesting step|assume you were there|stop at the definition›.|Was ill on ‹weekday›, and this is the hour I missed.|I've read the chapter twice and could recite it. Understanding it is another matter.|My group has gone on to the next thing and I'm still standing here.|Imagine I'm your little brother, clever, impatient, twelve.|I can do the exercises by copying the pattern. I'd like to know *why* it works.›

        ‹ask›

        === study question
        ? Does ‹course› expect us to know ‹name› for the exam?
        ? How deep do we need ‹name› for ‹course›?
        ? ‹Name› came up in the mock exam, who can help?
        ‹In last year's paper there was a question about this, worth ‹some› points. My attempt stops here:|We get ‹few› lines for this in the exam, says the tutor. I'd fill a page and still not answer it:|I'm writing my own practice questions, and I can't answer this one of mine:|Mock exam on ‹weekday›. This is where I'd have run out of words:|The study guide lists it under "should be known". What I know is mostly a question:›

        > ‹ask›

        Is that the right question to ask, and ‹how would you go on|what would a full answer say›?

        === study question
        ? ‹Name›: the book and the lecture disagree
        ? Two sources, two stories about ‹name›
        ? Which version of ‹name› is right?
        ‹The book does it one way, the lecture another, and the tutorial sheet has a third notation.|I looked it up in two places and now I'm less sure than before.|We've argued about this since ‹weekday›, and both sides have a page to point at.|The slides and the recording contradict each other, or I do.|An older student told me to forget the lecture's version. I'd rather not.›

        ‹ask›

        What would you write in ‹course›?

        === study discussion
        ? What finally made ‹name› click for you?
        ? Your best example for ‹name›?
        ? How were you taught ‹name›?
        ? ‹Name›: collecting good explanations
        ‹I'm preparing ‹a tutorial|a short talk|a study session› about this for ‹course› and I'd like to hear how others got there. For me it was this:|Somebody explained it to me on the ferry, between two stops, better than any book:|It took me a whole term and then one explanation:|Best thing I've read about it, from a crumpled handout of ‹month›:|I tried to say it in as few words as I could. This is how far I got:›

        ‹answer›

        ‹What was it for you?|Where did you first get it?|Which picture do you use?›

        === study discussion
        ? ‹Name›: anyone up for an hour on it, ‹weekday› ‹time›?
        ? Study session on ‹name›, ‹room›?
        ? Looking for two people to go through ‹name› with
        ‹We're ‹few› so far, ‹weekday› ‹time›, ‹room›. The plan is to start from exactly this confusion:|‹Room› is free on ‹weekday› at ‹time›, I have the key and no idea. We'd begin here:|I can't learn this alone. ‹weekday›, ‹time›, ‹cafe›, the big table. First question of the day:|Two of us, one whiteboard, ‹weekday› from ‹time›. We want to answer this before anyone goes home:›

        > ‹ask›

        Bring ‹paper|a pen|an example of your own|snacks›. ‹All levels welcome.|First-years very welcome.|Nobody needs to prepare.›

        === study discussion
        ? I had ‹name› wrong for ‹some› weeks
        ? The mistake everyone makes with ‹name›
        ? Confession about ‹name›
        ‹My question at the time:|What I asked in ‹month›, word for word:|I kept a list of things I didn't dare to ask. Number one:|This is from my own notes, and it hurts:› ‹ask›

        ‹And this is what I'd tell myself now:|What I'd write in the margin today:|The answer, after far too long:|Older me says:›

        ‹answer›

        Posting it ‹so that somebody else loses fewer evenings|because explaining it is how I check that I've got it|and hoping to be corrected›.

        === study discussion
        ? Worth a place on the ‹course› cheat sheet: ‹name›?
        ? ‹Name› on one index card: what would you write?
        ‹We may bring one hand-written page to the ‹course› exam. My lines for this are:|My whole summary of week ‹week›, if you allow me one paragraph:|I'm down to index cards. This is card ‹number›:|For the poster in ‹room›, as short as it gets. Draft:›

        ‹answer›

        - too long?
        - ‹would you add an example|is anything missing|would you leave it out and save the room›?

        === study article
        ? My notes on ‹name›, after getting it wrong twice
        ? A page about ‹name› I wish I'd had in week ‹week›
        ? ‹Name›, written down slowly
        ? Notes from the ‹weekday› session: ‹name›
        ‹These are my notes from ‹course›, tidied up. ‹Corrections are welcome.|Tell me where it's unclear.›|Written for the people who come after us in ‹course›, and for myself in ‹month›.|I promised ‹someone› to write this down. Here it is, a week late.|Three of us wrote this at ‹cafe› on a wet ‹day›. Mistakes are mine.›

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
        ‹I've heard three versions from three people, so I'd like to hear it from somebody who did it.|The page about this was last changed ‹some› years ago, so I'm asking humans.|I asked at the desk and got a leaflet. The leaflet sends me back to the desk.|Nobody in my corridor knows, and we've all nodded wisely.|My deadline for deciding is ‹weekday›, and I'd rather not toss a coin.|They say it's easy. They say that about everything.|I searched, found a thread from before my time, and it ends with "never mind, solved".›

        ‹ask›

        === life discussion
        ? What I learned about ‹name›
        ? ‹Name›: what I'd do differently
        ? A small warning about ‹name›
        ? ‹Name›, for those who start in ‹month›
        ‹I asked about this ‹last term|in ‹month›|a year ago›, so here's what I know now, for the next person:|Nobody told me, so I'm telling you:|It cost me ‹a morning|two forms|three mails and a long walk› to find this out:|For my own memory, and for whoever searches for it next:|Somebody at ‹cafe› explained it in one breath, so I wrote it on a napkin:|Short, because I'm between two lectures:›

        ‹answer›

        ‹Add what I forgot.|Yours may differ, say so below.|What's your experience?›

        === life discussion
        ? Tips for ‹name›?
        ? ‹Name›: share what works
        ? Your opinion on ‹name›
        ? Let's collect what we know about ‹name›
        ‹ask›

        ‹I'd like to turn the answers into a short list for ‹newcomers|next year|the wall in ‹building››, so ‹details and prices help|one tip a comment, please|say when it was›.|One tip each, the odder the better.|I'll sum up on ‹weekday›.|I've my own idea, but it's only mine.|Experiences from this term count double.›

        === life discussion
        ? ‹Name›, again
        ? Am I the only one who thinks about ‹name›?
        ? ‹Name›: it got better
        ? Good news about ‹name›
        ‹Went through it ‹yesterday|last week|on ‹weekday››. Short version:|It's my turn this ‹month›, and I nearly did it wrong. What saved me:|I'd put it off for ‹some› weeks. It took twenty minutes. The gist:|Had to explain it to ‹friend› today, and noticed that I know it now:|Every term the same question, so here it is once more:›

        ‹answer›

        Longer version ‹over coffee at ‹cafe›|when exams are over|if anyone asks›.

        === life article
        ? ‹Name›: everything in one place
        ? The short guide to ‹name›
        ? ‹Name›, step by step
        ‹Put together from older threads (‹ref› is the best of them) and from my own mistakes.|I went through what's been written here (start with ‹ref›) and asked at the desk in ‹building›.|Last year's newcomers wrote half of this in ‹ref›. I've added the other half.|One page, tested on ‹friend›. The long discussion is in ‹ref›.›

        ### Start here

        ‹ask› ‹That's how most people arrive.|You aren't the first to ask.|Sound familiar?|I asked exactly this.›

        ### What to do

        ‹answer›

        ### And then

        - write down **who** told you and **when**
        - ‹take a picture of anything you sign|keep the mail|put the date on it|ask for a name›
        - ‹come back here and say whether it still holds|tell the next person|don't wait until the last week|if it went wrong, say so below›

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
        ‹On **‹weekday› at ‹time›** in ‹room› we talk about ‹name›. No sign-up, come when you can.|Because it comes up every week: **‹weekday›, ‹time›, ‹room›**, an hour on ‹name› only.|‹Name› once more, by request. **‹weekday›, ‹time›**, ‹room›, door on the left.|We've invited somebody who knows about ‹name›: **‹weekday› ‹time›**, ‹room›.›

        What we start with:

        > ‹ask›

        Can't come? Put your question below and ‹someone› or one of us will bring it along. Notes go up by ‹otherday›.
        """#
}
