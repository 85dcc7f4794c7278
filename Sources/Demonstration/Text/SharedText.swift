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
        tail: (‹course›)
        tail: (‹course›, week ‹week›)
        tail: (‹hall›)
        tail: (‹year›, ‹course›)
        tail: (for ‹weekday›)
        tail: [‹month›]
        tail: (week ‹week›, ‹weekday› group)
        tail: (near ‹building›)
        tail: (‹date›)
        tail: (asking for ‹friend›)
        tail: (‹year›, ‹hall›)
        tail: (part ‹some›)
        tail: (‹room›, ‹weekday›)
        tail: (‹weekday›, ‹time›)
        tail: (‹course›, tutorial ‹number›)
        tail: (sheet ‹number›)
        tail: (update, ‹date›)
        tail: (‹few› questions)
        tail: (‹cafe›, ‹weekday›)
        tail: (‹number› of us)
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
        thanks: ‹Perfect|Brilliant|Great|Lovely|Wonderful›, ‹exactly what I needed|that clears it up|that's the missing piece|that answers it›. ‹Thanks.|Thank you!|Cheers.|You've saved my ‹weekday›.›
        thanks: Thank you, this ‹saved me an evening|is the first explanation that stuck|makes sense now|was driving me mad|is going on my wall›.
        thanks: Tried it ‹this morning|just now|on ‹weekday›|between two lectures›, ‹works|it works|and yes›. ‹Accepting this one.|Marked as the answer.|Thank you!›
        thanks: I ‹had that backwards|was overthinking it|would never have found that alone|nearly gave up on this|had read past it twice›. Thanks a lot.
        thanks: ‹Ah. *Ah.* Okay.|Oh!|Right. Of course.|Now I see it.|So *that's* it.› ‹Thanks|Thank you›!
        thanks: Thanks, and sorry for the ‹slow answer|late reply|silence›, I was ‹at work|in a lab|asleep|on the ferry without signal|at my sister's›.
        thanks: Yes! I owe you a ‹coffee|cake|tea› at ‹cafe›.
        thanks: ‹Good|Right|Okay›, I'll do that ‹tonight|tomorrow|before ‹weekday›|first thing in the morning›. Thank you both.
        thanks: Went ‹there|and asked|and did it› ‹today|on ‹weekday››: ‹five minutes, done|all sorted|exactly as you said|they even smiled›.
        thanks: That's ‹simpler|kinder|more sensible› than ‹what I'd imagined|the page makes it sound|three days of worrying deserved›. Thanks!
        same: Same ‹here|question here|problem in my section|story in ‹hall››. Following.
        same: I had exactly this in ‹month› and ‹never solved it|just gave up|muddled through|asked the wrong person›. ‹Following|Watching this one|Curious now›.
        same: ‹Glad|Relieved|Good to know› it isn't only me.
        same: +1, and our ‹TA|tutor|lecturer|group› ‹wasn't sure either|said to ask here|shrugged|had three opinions›.
        same: We ran into this ‹yesterday|last week|in the ‹weekday› session|too, ‹few› of us›. ‹If I find out more I'll add it here.|No luck so far.|Interested in any answer.›
        same: Me too. It's the ‹second|third|fifth› time ‹this week|this term|since ‹month›› I've heard someone ask.
        same: Can confirm, the same ‹in ‹building›|in my year|for ‹friend›|at ‹hall››.
        same: ‹I was about to post this.|You beat me to this question by an hour.|Did you read my mind?|I've had a draft of this question since ‹weekday›.›
        agree: ‹Seconded|Thirded|Agreed|Yes to this|Absolutely|Exactly›. ‹My lab partner did it like that too.|No notes.|It took me a year to find that out.|I'd have written the same, only worse.|Short and true.›
        agree: This. ‹Wish I'd known it in week one.|It should be on the course page.|I learned it the hard way.|Somebody print it.|My future self says thanks.›
        agree: ‹Agreed|I agree|True›, with one addition: ‹ask ‹early|before the weekend|in person if you can›, it's ‹quicker|friendlier› that way|write it down the same day|check the date first|do it in the morning|tell somebody what you did, they'll need it next week›.
        agree: I did ‹the same|exactly that|it like this› last ‹term|year|‹month›› and ‹would do it again|it held|never looked back|only regret the waiting›.
        agree: That matches ‹my experience|what I was told|what I remember|what ‹someone› wrote›, ‹down to the detail|more or less|apart from the timing|though mine took longer›.
        agree: Worked for me ‹as well|too›, ‹on the second try|first time|after a restart of my brain|once I'd slept|in about ten minutes›.
        agree: ‹Hm, not|Not› always, in my experience. ‹Mostly|Usually|Four times out of five›, yes. ‹In ‹month› it didn't.|Mine was the exception.|Worth a try in any case.›
        agree: ‹Good point|Fair point|Nice›, I hadn't ‹thought of that|seen it that way|considered that at all›. ‹Thanks.|Hm.|Going to try it.|It changes my plan.›
        agree: ‹Saving|Bookmarking|Copying› this ‹for ‹month›|for my little sister|for the next person who asks me|before I forget›.
        agree: I'd ‹put it a little less strongly|say "often" instead|swap the order of the two›, but ‹yes|the point stands|otherwise, yes›.
        agree: Careful, ‹this changed ‹this autumn|in ‹month›|last term›|it's different for ‹exchange students|final-years|the evening group›|not on ‹weekday›s›. The rest ‹still holds|is right|I'd sign›.
        agree: ‹Could you say more about the second part?|How long did that take you?|Does that also work in the ‹summer|evening|exam weeks›?|Is that still so in ‹month›?|Who told you that? I'd like to ask them something too.›
        agree: ‹My grandmother says the same, about everything.|The most useful thing I've read today.|I laughed, and then I did it.|Ha, same spot, same mistake.|You make it sound easy.›
        agree: We tried ‹both ways|that in our group|it on ‹weekday››: ‹this one's better|it's the slower and the safer one|no complaints|two of three liked it›.
        ask: Could you say which ‹year|section|group› you're in? The answer ‹depends on that|differs›.
        ask: What have you tried so far?
        ask: Is that ‹for this term|for next term|since ‹month››, or has it always been like that?
        ask: Do you need it ‹this week|before ‹weekday››, or is there time?
        ask: ‹Just to be sure|So I don't answer the wrong thing|One question back›: do you mean the ‹first|second› part or all of it?
        ask: Did you already ‹ask at the desk|write to the coordinator|check the handbook›?
        told: ‹Second year|First year|I'm in my third year›, ‹evening group|the ‹weekday› group|section ‹some››. ‹Does that change it?|Sorry, should have said.›
        told: ‹This term|Since ‹month››, and I ‹have until ‹weekday›|have no deadline, only curiosity›.
        told: I asked ‹at the desk|by mail› on ‹weekday›, no answer yet.
        told: Mostly the second part. The first one I ‹think I've got|can live with›.
        told: I ‹read the handbook|looked at last year's page|tried the obvious thing twice›, and it ‹doesn't say|says two different things|didn't help›.
        later: For anyone who finds this by searching: still ‹true|right|the way to do it› in ‹month›.
        later: Coming back ‹to this |›‹a few weeks|a month|some time› later: ‹the advice above worked|did it, survived|it went exactly as described|mixed success, but no regrets›. Thank you all.
        later: Found this thread before asking again. ‹It helped.|Saved me a post.|Pinning it in my head.|Good to see I'm in company.›
        later: ‹Small addition|One more for the list|For completeness›: see also ‹ref›.
        later: ‹Asked again today|Checked today|Had to do it again›: nothing has changed, the first answer is still right.
        aside: Related: ‹ref›.
        aside: In ‹ref› there's ‹a longer discussion|a table|a picture of it|the opposite opinion›, if you've ‹five minutes|the patience|a long ferry ride›.
        aside: There are ‹some› posts about this if you search, but ‹this is the clearest|none as friendly|the one from ‹month› is outdated|they all stop halfway›.
        aside: ‹someone› might know, they ‹dealt with this last term|wrote about it|are the person I'd ask|have done it twice›.
        aside: ‹Someone|Somebody with better handwriting|One of us|The year after us› should ‹write this up|put this on a poster|tell the office|read this aloud at the ‹weekday› meeting›. ‹Not it. 🙂|Any volunteers?|I'd bring biscuits.›
        aside: I'm free ‹weekday› around ‹time› if anybody wants to ‹talk it through|compare notes|go together|see how I did it›.
        aside: ‹Came by chance, stayed for the answers.|This thread is why I come here.|Reading along.|Popcorn, politely.|I'd like this printed and hung up in ‹building›.|More of this, please.›
        aside: The office in ‹building› ‹knows, and they're nicer than their door sign|answers the phone before nine|has a binder for exactly this|sent me to you lot›.
        same: Thanks for asking ‹this, I didn't dare to|what everyone was thinking|before I had to|it so clearly›.
        aside: ‹In my first year|Two years ago|At my old university›, ‹this was a form in three colours|nobody would have answered|it took a month|we simply guessed›. ‹So, progress.|Enjoy.|I'm old.›
        aside: ‹Different|Other› opinion: ‹I'd wait until ‹weekday›|I'd do nothing for a week and look again|I'd ask two people and take the average|I'd start with the part that scares you›.
        """#
}
