extension CorpusText {
    /// Food: hungry, opinionated, generous.
    static let food = CorpusText(
        name: "food",
        words: #"""
            slug: food
            name: Food & Kitchens
            about: Cheap, good, close. Canteen news, recipes, shared kitchens.
            style: life
            weight: 4.5
            rule: Say what's in it: allergies are real.
            rule: No photos of strangers' plates.
            rule: Prices, please.
            rule: Criticise the dish, not the cook.
            space: general | General | Eating and opinions.
            space: questions | Questions | Where, how, how long does it keep?
            space: announcements | Announcements | Canteen and pantry. | moderators
            space: show | Recipes | Tested in student kitchens.
            slot dish: lentil soup | dumplings | shakshuka | rice and beans | potato gratin | big salad | noodle soup | okonomiyaki
            aside: Salt the water. More. More than that.
            aside: ‹cafe› does it for less, after ‹time›.
            aside: Freezes well. Everything I own is frozen.
            aside: A spoon of vinegar at the end. Trust me.
            aside: The pantry in ‹building› had it on ‹weekday›.

            === gathering | lunch
            ? What did you eat today for under ‹price›?
            ? Cheapest good lunch of the week, post yours
            Mine: rice, a fried egg, spring onions, too much chilli. $1.80. I'd call it a success.
            --- 1
            ‹Lentils|Noodles|Rice|Potatoes|An omelette|Toast› with ‹beans|spinach|whatever was left|peanut sauce|yoghurt and dill|fried onions|last week's cheese›, ‹$1.20|$1.60|$2.10|$2.40|$3|$3.50›. ‹Twenty minutes.|One pot.|Would eat again.|My flatmate took half.|Tomorrow the same.›
            --- 1
            Plate of the day at ‹the Boathouse|the canteen|Kettle & Loaf|the Green Stairs café›: ‹fish|curry|goulash|a thing with leeks|gnocchi›, ‹$4|$4.50|$5|$6› after 13:45. ‹Big portion.|Ask for extra bread.|The cook was in a good mood.|Not pretty, very good.›
            --- 1
            ‹Soup|Dumplings|Pancakes|A burrito› ‹from the freezer|made on Sunday|from the pantry|my aunt taught me›, about ‹$1|$1.50|$2›. ‹No regrets.|Needs lemon.|Secret: a bit of miso.›
            --- > 2
            ‹Recipe, please!|That's cheating and I respect it.|How do you get it crisp?|I tried this on ‹weekday› and it works.|Where do you buy ‹that|those| the good ones›?›
            --- > 2
            ‹Adding|Try adding› ‹cumin|a bay leaf|lime|roasted sesame|an anchovy›. ‹You'll thank me.|Changes everything.|Small thing, big difference.›

            === poll several | lunch
            ? What should the canteen bring back in ‹month›?
            ? The kitchen asks: what do you miss on ‹weekday›?
            ? Vote: one dish for the new plan, from ‹weekday› on
            [ ] Lentil soup with lemon
            [ ] Dumplings
            [ ] The potato gratin
            [ ] A salad bar that deserves the name
            [ ] Anything with chilli
            The cook in ‹building› reads this on ‹weekday› and says that ‹few› dishes come back in ‹month›. Choose what you'd really eat.
            --- 1
            The gratin. It got me through last winter.
            --- m
            I'll carry the result to the kitchen myself.

            === question | rice
            ? How do I cook rice that isn't glue, on a plate with two settings: off and volcano?
            ? Rice on a terrible hotplate
            I've tried ‹few› methods. It burns below and is raw above.
            --- 1 *
            Let the plate be hot and then **switch it off**. One part rice, one and a half water, salt, lid. Bring to the boil on volcano, wait until you see holes in the rice, switch off, leave the lid on for fifteen minutes. No looking.
            --- > @
            There were holes! It was rice!
            --- 2
            A towel under the lid catches the drips. My grandmother would add: and no looking.

            === question | allergy
            ? Is the canteen's "vegan" also free of nuts?
            ? Nut allergy and the canteen: whom do you ask?
            The label says V. I had to leave a lunch in ‹month› and I'd rather not repeat it.
            --- 1 *
            V says nothing about nuts. The binder with all ingredients lies at the *till* in ‹building›, dish by dish, and it's kept well. The chef also writes you on a list if you ask: then they tell you when something changes.
            --- > @
            I'm on the list. She showed me the kitchen. I could cry.
            --- 2
            The satay sauce moves about the buffet. Careful on ‹weekday›s.

            === discussion @show | recipe
            ? The ‹dish› that fed ‹some› people for ‹price›
            ? ‹Dish›, for one pot and one plate
            1. Fry two onions **slowly**. This is the whole secret.
            2. Add whatever is in season and what's in the drawer.
            3. Liquid until it just disappears under it.
            4. Half an hour, lid on, do the dishes meanwhile.
            5. Acid at the end: lemon, vinegar, pickle juice.

            Keeps three days. On day two it's better.
            --- 1
            "Do the dishes meanwhile" is the most radical step here.
            --- 2
            Made it yesterday for ‹few›, nobody spoke for five minutes.
            --- 3
            How slowly is slowly?
            --- > @
            As long as a phone call with your parents.

            === discussion | shared-kitchen
            ? Someone ate my ‹dish› and left a note with a rating
            ? The note on my empty container said "7/10, more salt"
            I don't even want it back. I want to know **who** in ‹hall› has such standards.
            --- 1
            They're right about the salt.
            --- > @
            It was you?!
            --- 2
            In our kitchen the top shelf is "everyone", all others are private. Peace since ‹month›.

            === announcement | pantry
            ? The pantry opens on ‹weekday›s too, from ‹date›
            ? Pantry: new hours, and we've got a fridge now
            **‹weekday› and ‹otherday›, ‹time› to ‹evening›**, ‹building›, back door. No card, no form, no questions. Bring a bag. This week: rice, oil, carrots, a *lot* of oats.
            --- 1
            Can one also give things?
            --- > m
            Please. Nothing opened, nothing past its date, no oats.

            === topic | freezer
            ? freezing leftovers
            What can't I freeze? I've already lost a potato soup.
            --- 1 *
            Raw potatoes, eggs in the shell, salad, mayonnaise. Everything saucy is fine. Cool it first, write the date on it, and lay bags flat, they thaw in ten minutes.
            --- 2
            Rice freezes beautifully. Nobody believes me.
            === topic | knives
            ? one good knife
            I've got ‹price› and a knife that couldn't cut a promise.
            --- 1 *
            A 20 cm cook's knife from the restaurant shop on Tram Street, and a cheap stone. The stone matters more. The bike kitchen people sharpen on ‹weekday›s.
            --- 2
            And never, never the dishwasher.
            === topic | market
            ? the Saturday market
            Is it cheaper than the supermarket or only nicer?
            --- 1 *
            Nicer until noon, cheaper after: from 12:30 they'd rather give it away than carry it home. Bring small coins. The egg woman remembers you.
            --- 2
            Fish only before ten.
            === topic | coffee
            ? good coffee near ‹building›
            I'm tired and it's raining and the machine gave me soup.
            --- 1 *
            The Observatory kiosk: the queue looks long and takes four minutes. Bring a cup, it's $1.50 then. The machine's button 7 *is* soup, the label fell off.
            --- 2
            Button 3 is cocoa. You're welcome.
            === topic | spices
            ? spices without paying supermarket prices
            ‹price› for a jar of cardamom?
            --- 1 *
            The shop behind the ferry terminal sells by weight, a hundred grams cost what the jar does. Share with your kitchen, nobody needs that much cardamom alone.
            --- 2
            They'll let you smell everything. Go hungry.
            === topic | sourdough
            ? keeping a sourdough alive in exam weeks
            Last time mine turned grey in ‹month›.
            --- 1 *
            Feed it, let it rise an hour, put it in the fridge. It lasts two weeks like that without you. The grey liquid on top is only hunger: stir, feed twice, done. Pink or hairy: say goodbye.
            --- 2
            Dry some on baking paper as insurance. Mine has a twin in an envelope.
            """#)
}
