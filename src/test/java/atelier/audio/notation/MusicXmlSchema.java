package atelier.audio.notation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.stax.StAXSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// The schema of MusicXML 4.0, out of a library that carries it; nothing is fetched.
public final class MusicXmlSchema {
    private static final Schema SCHEMA = read();

    private MusicXmlSchema() {}

    /// Everything that is wrong with a file, a line each.
    public static List<String> mistakes(byte[] file) {
        var mistakes = new ArrayList<String>();
        var validator = SCHEMA.newValidator();
        validator.setErrorHandler(new ErrorHandler() {
            @Override
            public void warning(SAXParseException it) {
                mistakes.add(it.toString());
            }

            @Override
            public void error(SAXParseException it) {
                mistakes.add(it.toString());
            }

            @Override
            public void fatalError(SAXParseException it) {
                mistakes.add(it.toString());
            }
        });
        try {
            var reader = XMLInputFactory.newDefaultFactory();
            reader.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            validator.validate(new StAXSource(reader.createXMLStreamReader(new ByteArrayInputStream(file), "UTF-8")));
        } catch (SAXException | IOException | XMLStreamException e) {
            mistakes.add(e.toString());
        }
        return mistakes;
    }

    private static Schema read() {
        try {
            var factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            var inputs = (DOMImplementationLS) Objects.requireNonNull(
                    DOMImplementationRegistry.newInstance().getDOMImplementation("LS"));
            factory.setResourceResolver((_, namespace, _, _, _) -> input(inputs, namespace));
            return factory.newSchema(new StreamSource(resource("/META-INF/jaxb/xsd/musicxml.xsd")));
        } catch (SAXException | ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static LSInput input(DOMImplementationLS inputs, @Nullable String namespace) {
        LSInput input = inputs.createLSInput();
        input.setSystemId(namespace);
        input.setByteStream(resource("http://www.w3.org/1999/xlink".equals(namespace) ? "xlink.xsd" : "xml.xsd"));
        return input;
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(MusicXmlSchema.class.getResourceAsStream(name), name);
    }
}
