extension CorpusText {
    /// Slots and passing remarks that every community may use.
    static let shared = #"""
        slot course: CS 161 | MATH 221 | STAT 200 | CHEM 110 | LING 110 | HIST 240 | BIOL 130 | PHYS 101 | ECON 102 | PHIL 105
        slot building: Kessler Hall | the Marsh Building | Science East | the Old Observatory | Fernwood House | the Tideline Centre | the Annexe
        slot room: Kessler 104 | Kessler 212 | Marsh 3.17 | Marsh 0.05 | Science East 240 | Fernwood 12 | Tideline B | Annexe 7 | Observatory 2 | Science East 118
        slot day: Monday | Tuesday | Wednesday | Thursday | Friday | Saturday | Sunday
        slot weekday: Monday | Tuesday | Wednesday | Thursday | Friday
        slot otherday: Monday | Tuesday | Wednesday | Thursday | Friday
        slot time: 8:30 | 9:00 | 10:15 | 12:30 | 14:00 | 15:45 | 16:30 | 17:00 | 18:15 | 19:00
        slot evening: 18:00 | 18:30 | 19:00 | 19:30 | 20:00
        slot week: 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11
        slot month: September | October | November | January | February | March | April
        slot date: 3 October | 9 October | 14 November | 21 November | 12 January | 27 January | 8 February | 2 March | 19 March | 6 April
        slot hall: Harbour House | Cedar Court | North Quay | Juniper Hall | Salt Street | Lighthouse Row
        slot cafe: the Buoy | the Boathouse | Kettle & Loaf | the Green Stairs café | the Observatory kiosk
        slot price: $8 | $12 | $15 | $18 | $20 | $25 | $30 | $35 | $40 | $45 | $60
        slot few: two | three | four | five
        slot some: 3 | 4 | 5 | 6 | 7 | 8 | 9
        slot number: 12 | 14 | 17 | 23 | 31 | 38 | 42 | 56 | 64 | 71
        slot year: first-year | second-year | third-year | final-year | master's
        slot friend: my flatmate | my lab partner | a friend | someone in my tutorial | my roommate | a person two rows behind me
        slot bus: 4 | 9 | 17 | 44 | 61 | 99
        slot week2: the last week | reading week | week ‹week› | the week after midterms
        opener: Hi all,
        opener: Hello,
        opener: Quick one.
        opener: Sorry if this has come up before.
        opener: I've searched here and found half an answer.
        opener: First post, be kind.
        opener: Long-time reader, first question.
        opener: Asking for ‹friend› as well.
        opener: Not urgent, but it's been bothering me.
        opener: This is for ‹course›, week ‹week›.
        opener: Hello everyone 👋
        closer: Thanks!
        closer: Any hint helps.
        closer: Thanks in advance, and I'll write back what worked.
        closer: I'm on campus until ‹time› today if that's easier to show.
        closer: Links are welcome too.
        closer: Happy to be told I'm thinking about it wrong.
        closer: No rush.
        closer: Thank you, this place has saved me twice already.
        closer: I'd rather understand it than just have it solved.
        thanks: That was it. Thank you!
        thanks: ‹Perfect|Brilliant|Great|Lovely›, ‹exactly what I needed|that clears it up|that's the missing piece›. Thanks.
        thanks: Thank you, this ‹saved me an evening|is the first explanation that stuck|makes sense now›.
        thanks: Tried it ‹this morning|just now|on ‹weekday››, works. Accepting this one.
        thanks: I ‹had that backwards|was overthinking it|would never have found that alone›. Thanks a lot.
        thanks: Ah. *Ah.* Okay. ‹Thanks|Thank you›!
        thanks: Thanks, and sorry for the ‹slow answer|late reply›, I was ‹at work|in a lab|asleep›.
        thanks: Yes! I owe you a coffee at ‹cafe›.
        thanks: ‹Good|Right›, I'll do that ‹tonight|tomorrow|before ‹weekday››. Thank you both.
        same: Same ‹here|question here|problem in my section›. Following.
        same: I had exactly this in ‹month› and never solved it. ‹Following|Watching this one›.
        same: Glad it isn't only me.
        same: +1, and our ‹TA|tutor|lecturer› ‹wasn't sure either|said to ask here|shrugged›.
        same: We ran into this ‹yesterday|last week|in the ‹weekday› session› too. If I find out more I'll add it here.
        same: Me too. It's the third time ‹this week|this term› I've heard someone ask.
        same: Can confirm, the same ‹in ‹building›|in my year|for ‹friend››.
        agree: Seconded.
        agree: This. ‹Wish I'd known it in week one.|It should be on the course page.|I learned it the hard way.›
        agree: ‹Agreed|I agree›, with one addition: ask ‹early|before the weekend|in person if you can›, it's ‹quicker|friendlier› that way.
        agree: I did ‹the same|exactly that› last ‹term|year› and would do it again.
        agree: That matches ‹my experience|what I was told|what I remember›.
        agree: Worked for me as well, ‹on the second try|first time|after a restart of my brain›.
        agree: ‹Hm, not|Not› always, in my experience. But ‹mostly|usually|four times out of five›, yes.
        agree: Good point, I hadn't thought of that.
        agree: ‹Saving|Bookmarking› this.
        agree: I'd put it a little less strongly, but yes.
        agree: Careful, this changed ‹this autumn|in ‹month›|last term›. The rest still holds.
        ask: Could you say which ‹year|section|group› you're in? The answer ‹depends on that|differs›.
        ask: What have you tried so far?
        ask: Is that ‹for this term|for next term|since ‹month››, or has it always been like that?
        ask: Do you need it ‹this week|before ‹weekday››, or is there time?
        ask: ‹Just to be sure|So I don't answer the wrong thing›: do you mean the ‹first|second› part or all of it?
        ask: Did you already ‹ask at the desk|write to the coordinator|check the handbook›?
        told: ‹Second year|First year|I'm in my third year›, ‹evening group|the ‹weekday› group|section ‹some››. ‹Does that change it?|Sorry, should have said.›
        told: ‹This term|Since ‹month››, and I ‹have until ‹weekday›|have no deadline, only curiosity›.
        told: I asked ‹at the desk|by mail› on ‹weekday›, no answer yet.
        told: Mostly the second part. The first one I ‹think I've got|can live with›.
        told: I ‹read the handbook|looked at last year's page|tried the obvious thing twice›, and it ‹doesn't say|says two different things|didn't help›.
        later: For anyone who finds this by searching: still true in ‹month›.
        later: Coming back to this ‹a few weeks|a month› later: the advice above worked. Thank you all.
        later: Found this thread before asking again. ‹It helped.|Saved me a post.|Pinning it in my head.›
        later: Update from ‹this week|‹weekday››: nothing has changed, the first answer is still right.
        later: Small addition, years late in student time: see also ‹ref›.
        aside: Related: ‹ref›.
        aside: There's ‹some› posts about this if you search, but ‹this is the clearest|none as friendly|the one from ‹month› is outdated›.
        aside: ‹someone› might know, they ‹dealt with this last term|wrote about it|are the person I'd ask›.
        aside: Someone should ‹write this up|put this on a poster›. Not it. 🙂
        aside: I'm free ‹weekday› around ‹time› if anybody wants to ‹talk it through|compare notes|go together›.
        aside: Came for the question, stayed for the answers.
        aside: The office in ‹building› knows, and they're nicer than their door sign.
        aside: Thanks for asking this, I didn't dare to.
        """#
}
