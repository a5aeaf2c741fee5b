"""A page as the standard library's parser sees it: a tree that tests can search."""

from collections.abc import Iterator
from html.parser import HTMLParser

VOID = {"meta", "link", "br", "img", "input", "hr"}


class Node:
    """An element with its attributes, and its children (elements and text) in order."""

    def __init__(self, tag: str, attributes: dict[str, str], parent: "Node | None") -> None:
        self.tag, self.attributes, self.parent = tag, attributes, parent
        self.children: list[Node | str] = []

    def walk(self) -> "Iterator[Node]":
        """The elements beneath, in order of the page."""
        for child in self.children:
            if isinstance(child, Node):
                yield child
                yield from child.walk()

    def find(self, tag: str | None = None, **attributes: str) -> "list[Node]":
        """The elements beneath with a tag and attributes; `class_` is one of its classes."""
        name = attributes.pop("class_", None)
        return [
            node
            for node in self.walk()
            if (tag is None or node.tag == tag)
            and (name is None or name in node.attributes.get("class", "").split())
            and all(node.attributes.get(key) == value for key, value in attributes.items())
        ]

    def text(self, without: str | None = None) -> str:
        """The text beneath, leaving out elements of one tag."""
        return "".join(
            child if isinstance(child, str) else "" if child.tag == without else child.text(without)
            for child in self.children
        )

    def inside(self, tag: str) -> bool:
        """Whether an element of this tag is above."""
        return self.parent is not None and (self.parent.tag == tag or self.parent.inside(tag))


class Parser(HTMLParser):
    """Builds the tree; an end tag that closes another element than the innermost is an error."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("document", {}, None)
        self.here = self.root

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {key: value or "" for key, value in attrs}, self.here)
        assert len(node.attributes) == len(attrs), f"an attribute twice in {self.get_starttag_text()}"
        self.here.children.append(node)
        if tag not in VOID:
            self.here = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.here.tag == tag, f"</{tag}> closes <{self.here.tag}> at {self.getpos()}"
        assert self.here.parent is not None
        self.here = self.here.parent

    def handle_data(self, data: str) -> None:
        self.here.children.append(data)


def parse(page: str) -> Node:
    """The tree of a page, every element closed."""
    parser = Parser()
    parser.feed(page)
    parser.close()
    assert parser.here is parser.root, f"<{parser.here.tag}> is never closed"
    return parser.root
